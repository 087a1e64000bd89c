-- Rows of two tenants, for the exploits in holes/.
INSERT INTO chat.users VALUES (1, 'ann'), (2, 'bob');
INSERT INTO chat.emoji VALUES ('ok'), ('no');
INSERT INTO chat.teams VALUES (10, 'Alpha'), (20, 'Beta-secret');
INSERT INTO chat.memberships VALUES (10, 1), (20, 2);
INSERT INTO chat.channels VALUES (10, 1, 'ca', true), (20, 1, 'cb-secret', false);
INSERT INTO chat.messages VALUES
  (10, 1, 'aaaaaaaa-0000-4000-8000-000000000001', 1, 'ma'),
  (20, 1, 'bbbbbbbb-0000-4000-8000-000000000001', 2, 'mb-secret');
INSERT INTO chat.reactions VALUES (20, 'bbbbbbbb-0000-4000-8000-000000000001', 2, 'ok');
INSERT INTO chat.uploads VALUES (20, 'bbbbbbbb-0000-4000-8000-000000000001', 'file-secret');
