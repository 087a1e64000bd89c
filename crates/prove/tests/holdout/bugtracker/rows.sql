INSERT INTO accounts (id, name) VALUES ('a0000000-0000-4000-8000-00000000000a', 'Alpha'),
    ('b0000000-0000-4000-8000-00000000000b', 'Beta');
INSERT INTO users VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a1000000-0000-4000-8000-000000000001', 'ann@alpha.test', 'Ann'),
  ('b0000000-0000-4000-8000-00000000000b', 'b1000000-0000-4000-8000-000000000001', 'bob@beta.test',
    'Road-secret Bob');
INSERT INTO projects (account_id, id, key, name) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a2000000-0000-4000-8000-000000000001', 'WEB', 'Web'),
  ('b0000000-0000-4000-8000-00000000000b', 'b2000000-0000-4000-8000-000000000001', 'APP', 'Road-secret app');
INSERT INTO bugs (account_id, id, project_id, title, description) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a3000000-0000-4000-8000-000000000001',
    'a2000000-0000-4000-8000-000000000001', 'Typo', 'x'),
  ('b0000000-0000-4000-8000-00000000000b', 'b3000000-0000-4000-8000-000000000001',
    'b2000000-0000-4000-8000-000000000001',
   'Road-secret crash', 'on login');
INSERT INTO bug_comments (account_id, id, bug_id, body) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a4000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', 'ok'),
  ('b0000000-0000-4000-8000-00000000000b', 'b4000000-0000-4000-8000-000000000001',
    'b3000000-0000-4000-8000-000000000001',
   'Road-secret comment');
INSERT INTO attachments (account_id, bug_id, filename, blob_key) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'b3000000-0000-4000-8000-000000000001', 'Road-secret.png',
    'beta/1');
INSERT INTO notifications (account_id, user_id, message) VALUES ('a0000000-0000-4000-8000-00000000000a',
    NULL, 'Welcome'),
  ('b0000000-0000-4000-8000-00000000000b', NULL, 'Road-secret maintenance tonight');
INSERT INTO api_keys (account_id, label, token_prefix, token_digest) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'alpha ci', 'bt_a1', sha256('alpha')),
  ('b0000000-0000-4000-8000-00000000000b', 'Road-secret ci', 'bt_b1', sha256('beta'));
INSERT INTO webhooks (account_id, url, signing_secret) VALUES ('b0000000-0000-4000-8000-00000000000b',
    'https://beta.test', 'Road-secret');
