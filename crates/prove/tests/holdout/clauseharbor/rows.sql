INSERT INTO red.workspaces VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'Ash legal'),
  ('b1000000-0000-4000-8000-00000000000b', 'Road-secret legal');
INSERT INTO red.members VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'c1000000-0000-4000-8000-00000000000a', 'ann', 'owner'),
  ('b1000000-0000-4000-8000-00000000000b', 'c1000000-0000-4000-8000-00000000000b', 'bob', 'owner');
INSERT INTO red.documents VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'nda', 'Our NDA', NULL),
  ('b1000000-0000-4000-8000-00000000000b', 'nda', 'Road-secret NDA', NULL),
  ('b1000000-0000-4000-8000-00000000000b', 'old-lease', 'Road-secret lease', now() - interval '90 days');
INSERT INTO red.versions VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'nda', 1, 'plain'),
  ('b1000000-0000-4000-8000-00000000000b', 'nda', 1, 'plain'),
  ('b1000000-0000-4000-8000-00000000000b', 'nda', 2, 'Road-secret body');
INSERT INTO red.redlines VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'nda', 4, 'shorter'),
  ('b1000000-0000-4000-8000-00000000000b', 'nda', 9, 'Road-secret cap');
INSERT INTO red.comments (workspace_id, author_id, body) VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'c1000000-0000-4000-8000-00000000000a', 'fine'),
  ('b1000000-0000-4000-8000-00000000000b', 'c1000000-0000-4000-8000-00000000000b', '@ann Road-secret remark');
INSERT INTO red.templates VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'letter', 'Dear'),
  ('b1000000-0000-4000-8000-00000000000b', 'letter', 'Road-secret letter');
INSERT INTO red.share_links VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'tok-a', 'nda', NULL),
  ('b1000000-0000-4000-8000-00000000000b', 'Road-secret-tok', 'nda', NULL);
INSERT INTO red.notifications (workspace_id, recipient_id, body) VALUES
  ('a1000000-0000-4000-8000-00000000000a', 'c1000000-0000-4000-8000-00000000000a', 'hello'),
  ('b1000000-0000-4000-8000-00000000000b', 'c1000000-0000-4000-8000-00000000000b', 'Road-secret note');
