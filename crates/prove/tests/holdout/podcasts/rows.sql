INSERT INTO genres VALUES (1, 'News');
INSERT INTO networks (id, name) VALUES (1, 'Hill'), (2, 'Road-secret network');
INSERT INTO shows (network_id, id, slug, title) VALUES
  (1, '1a000000-0000-4000-8000-000000000001', 'hill', 'Hill show'),
  (2, '2a000000-0000-4000-8000-000000000001', 'road', 'Road-secret show');
INSERT INTO episodes (network_id, id, show_id, title, status, publish_at, notes) VALUES
  (1, '1e000000-0000-4000-8000-000000000001', '1a000000-0000-4000-8000-000000000001', 'Hill one',
    'draft', NULL, ''),
  (2, '2e000000-0000-4000-8000-000000000001', '2a000000-0000-4000-8000-000000000001', 'Road-secret one',
   'draft', '2090-01-01', 'Road-secret notes');
INSERT INTO downloads VALUES (2, '2e000000-0000-4000-8000-000000000001', 'Road-secret listener',
  '2030-01-01');
INSERT INTO sponsors VALUES
  (1, '1b000000-0000-4000-8000-000000000001', 'Hill sponsor', 3),
  (2, '2b000000-0000-4000-8000-000000000001', 'Road-secret sponsor', 33);
INSERT INTO ad_slots (network_id, episode_id, second) VALUES (2, '2e000000-0000-4000-8000-000000000001', 30);
INSERT INTO comments (network_id, commentable_type, commentable_id, body) VALUES
  (2, 'episode', '2e000000-0000-4000-8000-000000000001', 'Road-secret comment');
INSERT INTO feeds VALUES (1, 'hill-token', 'Hill listener'), (2, 'road-token', 'Road-secret subscriber');
INSERT INTO wallets VALUES (1, 'main', 100), (2, 'main', 1000);
