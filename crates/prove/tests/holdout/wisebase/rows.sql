INSERT INTO kb.accounts VALUES
  ('a0000000-0000-0000-0000-000000000001', 'ann@hill.test', 'Ann'),
  ('b0000000-0000-0000-0000-000000000001', 'bo@road.test', 'Road-secret Bo');
INSERT INTO kb.spaces VALUES (10, 'Hill Space'), (20, 'Road-secret Space');
INSERT INTO kb.members VALUES
  (10, 'a0000000-0000-0000-0000-000000000001', 'editor'), (20, 'b0000000-0000-0000-0000-000000000001',
   'editor');
INSERT INTO kb.invites VALUES (10, 1, 'new@hill.test'), (20, 1, 'Road-secret@road.test');
INSERT INTO kb.categories VALUES (10, 1, 'Hill How'), (20, 1, 'Road-secret How');
INSERT INTO kb.articles VALUES
  (10, 1, 1, 'Hill Tea', 'Boil water', 'published'),
  (20, 1, 1, 'Road-secret Runbook', 'Road-secret password', 'published'),
  (20, 2, 1, 'Road-secret Plan', 'Road-secret merger', 'draft');
INSERT INTO kb.revisions VALUES (10, 1, 1, 'Boil'), (20, 1, 1, 'Road-secret first draft');
INSERT INTO kb.questions VALUES
  (10, 1, 'a0000000-0000-0000-0000-000000000001', 'How hot?'),
  (20, 1, 'b0000000-0000-0000-0000-000000000001', 'Road-secret question');
INSERT INTO kb.answers VALUES (10, 1, 1, 'Very', 0), (20, 1, 1, 'Road-secret answer', 40);
INSERT INTO kb.attachments VALUES (10, 1, 1, 'tea.png'), (20, 1, 1, 'Road-secret.pdf');
