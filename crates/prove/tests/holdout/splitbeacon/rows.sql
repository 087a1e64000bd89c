INSERT INTO exp.metric_kinds VALUES ('revenue', 'Revenue');
INSERT INTO exp.organizations VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Acorn', 'starter'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret org', 'scale');
INSERT INTO exp.people (org_id, email) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'ann@acorn.test'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret@b.test');
INSERT INTO exp.experiments VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'checkout', 'Short checkout', 'faster', 'running'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'checkout', 'Road-secret checkout', 'Road-secret idea', 'running');
INSERT INTO exp.variants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'checkout', 'control', 50),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'checkout', 'Road-secret arm', 50);
INSERT INTO exp.flags VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'dark', '{}'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'dark', '{"note": "Road-secret flag"}');
INSERT INTO exp.segments VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'beta', 'all', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'vip', 'Road-secret rule', now());
INSERT INTO exp.exposures VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', '2025-06-02', 'u1', 'checkout', 'control'),
  ('bbbbbbbb-0000-4000-8000-000000000002', '2025-06-02', 'u8', 'checkout', 'Road-secret arm'),
  ('bbbbbbbb-0000-4000-8000-000000000002', '2025-07-10', 'Road-secret visitor', 'checkout',
  'Road-secret arm');
INSERT INTO exp.metric_events VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'ord-1', 'revenue', 5),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'ord-77', 'revenue', 8123);
INSERT INTO exp.jobs (org_id, kind, payload, state) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'export', '{"f": "a"}', 'done'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'export', '{"file": "Road-secret.csv"}', 'queued');
-- What the nightly job does: every stored view is made new.
DO $$
DECLARE m regclass;
BEGIN
  FOR m IN SELECT oid::regclass FROM pg_class WHERE relkind = 'm' LOOP
    EXECUTE format('REFRESH MATERIALIZED VIEW %s', m);
  END LOOP;
END $$;
