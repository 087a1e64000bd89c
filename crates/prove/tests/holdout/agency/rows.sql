-- Rows of two tenants, for the exploits in holes/.
INSERT INTO core.agencies VALUES (1, 'a'), (2, 'b-secret');
INSERT INTO core.clients VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000001', 'ca', 1),
  (1, 'aaaaaaaa-0000-4000-8000-000000000008', 'lone client', 1),
  (2, 'bbbbbbbb-0000-4000-8000-000000000001', 'cb-secret', 4711);
INSERT INTO core.campaigns VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'ka'),
  (2, 'bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 'kb-secret');
INSERT INTO core.clicks VALUES (2, 'bbbbbbbb-0000-4000-8000-000000000002', '2026-01-01', 'visitor-secret');
INSERT INTO core.invoices VALUES
  (1, 1, 'aaaaaaaa-0000-4000-8000-000000000001', 5),
  (2, 1, 'bbbbbbbb-0000-4000-8000-000000000001', 4711);
INSERT INTO core.notes VALUES (2, 'bbbbbbbb-0000-4000-8000-000000000001', '2026-01-01', 'note-secret');
