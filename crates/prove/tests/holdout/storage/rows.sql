-- Rows of two tenants, for the exploits in holes/.
INSERT INTO storage.tenants VALUES ('acme'), ('acme2'), ('zeta');
INSERT INTO storage.buckets VALUES
  ('acme', 'docs'),
  ('acme2', 'docs'),
  ('zeta', 'docs'),
  ('zeta', 'secret-bucket');
INSERT INTO storage.objects (id, path) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'acme/docs/a.txt'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'zeta/docs/secret.txt'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'acme2/docs/secret2.txt');
INSERT INTO storage.versions VALUES
  ('zeta', 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'etag-secret'),
  ('acme', 'aaaaaaaa-0000-4000-8000-000000000001', 1, 'ea');
INSERT INTO storage.usage VALUES ('zeta', '2026-01-01', 4711), ('acme', '2026-01-01', 1);
