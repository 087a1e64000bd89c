INSERT INTO publications VALUES ('alpha-weekly', 'Alpha', 'free'), ('beta-daily', 'Beta', 'pro');
INSERT INTO users VALUES ('alpha-weekly', 'a1000000-0000-4000-8000-000000000001', 'Ann', 'ann@alpha.test'),
  ('beta-daily', 'b1000000-0000-4000-8000-000000000001', 'Road-secret Bob', 'bob@beta.test');
INSERT INTO personal_access_tokens (publication, tokenable_id, name, token) VALUES
  ('beta-daily', 'b1000000-0000-4000-8000-000000000001', 'Road-secret token', repeat('b', 64));
INSERT INTO subscribers (publication, email, status) VALUES ('alpha-weekly', 'cy@guest.test', 'active'),
  ('beta-daily', 'cy@guest.test', 'active'), ('beta-daily', 'Road-secret@guest.test', 'complained');
INSERT INTO segments (publication, id, name) VALUES
  ('alpha-weekly', 'a2000000-0000-4000-8000-000000000001', 'all'),
  ('beta-daily', 'b2000000-0000-4000-8000-000000000001', 'Road-secret readers');
INSERT INTO campaigns (publication, id, segment_id, subject, body) VALUES
  ('alpha-weekly', 'a3000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'Hi', 'x'),
  ('beta-daily', 'b3000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001',
   'Road-secret issue', 'Road-secret body');
INSERT INTO media (publication, file_name) VALUES ('alpha-weekly', 'sun.png'), ('beta-daily',
    'Road-secret.png');
INSERT INTO link_clicks (publication, campaign_id, url, clicked_at) VALUES
  ('beta-daily', 'b3000000-0000-4000-8000-000000000001', 'https://Road-secret.test', '2030-01-05 10:00Z'),
  ('alpha-weekly', 'a3000000-0000-4000-8000-000000000001', 'https://alpha.test', '2030-01-05 10:00Z');
