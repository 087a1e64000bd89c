INSERT INTO networks (name, subdomain) VALUES ('North', 'north'), ('Road-secret network', 'road');
INSERT INTO categories VALUES (1, 'News');
INSERT INTO users (network_id, id, email, encrypted_password) VALUES
  (1, 'a0000000-0000-4000-8000-000000000001', 'ann@north.test', 'x'), (2,
  'b0000000-0000-4000-8000-000000000001', 'bob@road.test', 'Road-secret hash');
INSERT INTO shows (network_id, id, category_id, title, slug) VALUES
  (1, 'a0000000-0000-4000-8000-000000000002', 1, 'Morning', 'morning'), (2,
  'b0000000-0000-4000-8000-000000000002', 1, 'Road-secret show', 'evening');
INSERT INTO episodes (network_id, id, show_id, title, audio_key) VALUES
  (1, 'a0000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000002', 'One', 'a.mp3'), (2,
  'b0000000-0000-4000-8000-000000000003', 'b0000000-0000-4000-8000-000000000002', 'Road-secret episode',
  'Road-secret.mp3');
INSERT INTO downloads VALUES (1, 'a0000000-0000-4000-8000-000000000003', '2026-01-05', 'h1'), (2,
  'b0000000-0000-4000-8000-000000000003', '2026-01-06', 'Road-secret listener');
INSERT INTO sponsors VALUES (1, 'a0000000-0000-4000-8000-000000000004', 'Mattress', 100), (2,
  'b0000000-0000-4000-8000-000000000004', 'Road-secret sponsor', 900);
INSERT INTO ad_slots VALUES (1, 'a0000000-0000-4000-8000-000000000004', 'studio 1', '[2026-03-01 10:00,
  2026-03-01 11:00)'),
  (2, 'b0000000-0000-4000-8000-000000000004', 'studio 9', '[2026-03-02 10:00, 2026-03-02 11:00)');
INSERT INTO feed_tokens VALUES (1, 'a0000000-0000-4000-8000-000000000002', 'd1'), (2,
  'b0000000-0000-4000-8000-000000000002', 'Road-secret digest');
