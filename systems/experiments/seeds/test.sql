-- Test data: two users who share nothing, Tess and Theo, each with the same few rows. What a test does beyond
-- that it adds itself. Ids read 5eed0001-<kind of row>-…-<number>, 1 for Tess and 2 for Theo.

INSERT INTO auth.users (id, email, username, password_hash) VALUES
  ('5eed0001-0001-4000-8000-000000000001', 'tess@test.example.org', 'tess',
    '$argon2id$v=19$invented$of-tess'),
  ('5eed0001-0001-4000-8000-000000000002', 'theo@test.example.org', 'theo',
    '$argon2id$v=19$invented$of-theo');
INSERT INTO auth.sessions (id, user_id, refresh_token_hash, expires_at) VALUES
  ('5eed0001-0002-4000-8000-000000000001', '5eed0001-0001-4000-8000-000000000001', 'invented digest of tess',
    now() + interval '1 day'),
  ('5eed0001-0002-4000-8000-000000000002', '5eed0001-0001-4000-8000-000000000002', 'invented digest of theo',
    now() + interval '1 day');

INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('5eed0001-0006-4000-8000-000000000001', 'Project of Tess', '5eed0001-0001-4000-8000-000000000001'),
  ('5eed0001-0006-4000-8000-000000000002', 'Project of Theo', '5eed0001-0001-4000-8000-000000000002');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('5eed0001-0007-4000-8000-000000000001', '5eed0001-0006-4000-8000-000000000001', 'v1', '{"model": "test"}'),
  ('5eed0001-0007-4000-8000-000000000002', '5eed0001-0006-4000-8000-000000000002', 'v1', '{"model": "test"}'),
  ('5eed0001-0007-4000-8000-000000000003', '5eed0001-0006-4000-8000-000000000001', 'v2', '{"model": "test"}'),
  ('5eed0001-0007-4000-8000-000000000004', '5eed0001-0006-4000-8000-000000000002', 'v2', '{"model": "test"}');

INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('5eed0001-000a-4000-8000-000000000001', 'Tess tries', '{"model": "test", "try": "tess"}',
    '5eed0001-0020-4000-8000-000000000001', 'created', '5eed0001-0001-4000-8000-000000000001'),
  ('5eed0001-000a-4000-8000-000000000002', 'Theo tries', '{"model": "test", "try": "theo"}',
    '5eed0001-0020-4000-8000-000000000001', 'created', '5eed0001-0001-4000-8000-000000000002');
INSERT INTO experiments_v1.evaluations (id, experiment_id, metrics, ai_verdict, ai_confidence, evaluated_by)
VALUES
  ('5eed0001-000b-4000-8000-000000000001', '5eed0001-000a-4000-8000-000000000001', '{}', 'pass', 0.9, 'ai'),
  ('5eed0001-000b-4000-8000-000000000002', '5eed0001-000a-4000-8000-000000000002', '{}', 'fail', 0.9, 'ai');
INSERT INTO production.analysis_sessions (id, user_id, project_id, version, status) VALUES
  ('5eed0001-0011-4000-8000-000000000001', '5eed0001-0001-4000-8000-000000000001',
    '5eed0001-0006-4000-8000-000000000001', 'v2', 'queued'),
  ('5eed0001-0011-4000-8000-000000000002', '5eed0001-0001-4000-8000-000000000002',
    '5eed0001-0006-4000-8000-000000000002', 'v2', 'queued');

INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('5eed0001-0016-4000-8000-000000000001', 'Test model', 'local', 'test', 0.001, 4096)
ON CONFLICT (id) DO NOTHING;
INSERT INTO providers.user_quotas
  (id, user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit)
VALUES
  ('5eed0001-0019-4000-8000-000000000001', '5eed0001-0001-4000-8000-000000000001', 10, 100, 1, 10),
  ('5eed0001-0019-4000-8000-000000000002', '5eed0001-0001-4000-8000-000000000002', 10, 100, 1, 10);

-- Readable with SET app.master_key = 'development master key'.
INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('5eed0001-0012-4000-8000-000000000001', 'pgp-aes256')
ON CONFLICT (key_id) DO NOTHING;
INSERT INTO providers.user_providers
  (id, user_id, provider_name, provider_type, model_name, encrypted_api_key, key_id, key_last_4_chars)
VALUES
  ('5eed0001-0018-4000-8000-000000000001', '5eed0001-0001-4000-8000-000000000001', 'Tess''s own',
    'huggingface', 'test', decode(
      '00000001c30c040901080fe46a19723a2d4bd250015799d0c188726c2c856152bf0dc7e833c688026f60fabdc83744'
      '8db3b8d9123b2cdc3ead7dfccf23f70eade09219239b4a42806217f1683dc585f29d16de04bb653876f4a32c652fb9'
      '59ac0966b0d1', 'hex'),
    '5eed0001-0012-4000-8000-000000000001', '0001');
