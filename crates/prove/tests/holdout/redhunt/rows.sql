INSERT INTO accounts (id, name) VALUES (1, 'Harbour'), (2, 'Road-secret Ltd');
INSERT INTO programs (account_id, id, name) VALUES (1, 1, 'Harbour web'), (2, 1, 'Road-secret app');
INSERT INTO researchers (account_id, id, handle, payout_iban) VALUES
  (1, 1, 'ida', 'XX01'),
  (2, 1, 'road-secret-hunter', 'XX02-road-secret');
INSERT INTO reports (account_id, id, program_id, researcher_id, title, body) VALUES
  (1, 1, 1, 1, 'Open redirect on login', 'steps'),
  (2, 1, 1, 1, 'Road-secret login bypass', 'Road-secret steps');
INSERT INTO comments (account_id, id, commentable_type, commentable_id, body) VALUES
  (1, 1, 'Report', 1, 'thanks'),
  (2, 1, 'Report', 1, 'Road-secret fix is not out');
INSERT INTO bounties (account_id, id, report_id, cents) VALUES (2, 1, 1, 987600);
INSERT INTO attachments (account_id, id, filename, checksum, discarded_at) VALUES
  (1, 1, 'shot.png', 'c1', NULL),
  (2, 1, 'road-secret.mp4', 'c2', '2025-01-01 00:00');
INSERT INTO invitations (account_id, id, email, token, expires_at) VALUES
  (2, 1, 'new@road-secret.example', 'tok-road-secret', '2099-01-01 00:00');
INSERT INTO versions (account_id, id, item_type, item_id, object) VALUES
  (2, 1, 'Report', 1, '{"title": "Road-secret first title"}');
