INSERT INTO scan.offices VALUES ('a12', 'Abacus Tax'), ('b12', 'Balance Tax');
INSERT INTO scan.clients VALUES ('a12', 1, 'Client one', 'one'), ('b12', 1, 'Road-secret client', 'post77');
INSERT INTO scan.devices VALUES ('a12', 'a0000000-0000-4000-8000-000000000001', 'Hall', 'pa'), ('b12',
  'b0000000-0000-4000-8000-000000000001', 'Road-secret hall', 'Road-secret key');
INSERT INTO scan.batches VALUES ('a12', 'a0000000-0000-4000-8000-000000000002', 1,
  'a0000000-0000-4000-8000-000000000001', 'May', '{}', false),
  ('b12', 'b0000000-0000-4000-8000-000000000002', 1, 'b0000000-0000-4000-8000-000000000001',
    'Road-secret batch', '{}', true);
INSERT INTO scan.pages (office_code, batch_id, page_no, content, sha256) VALUES
  ('a12', 'a0000000-0000-4000-8000-000000000002', 1, 'invoice for paper', 'h1'), ('b12',
    'b0000000-0000-4000-8000-000000000002', 1, 'Road-secret invoice', 'h2');
INSERT INTO scan.jobs (office_code, job_id, payload) VALUES ('a12', 'a0000000-0000-4000-8000-000000000003',
  '{"page": 1}'),
  ('b12', 'b0000000-0000-4000-8000-000000000003', '{"page": "Road-secret"}');
INSERT INTO store.objects (bucket, name, owner_note) VALUES ('scans', 'a12/may.pdf', ''),
  ('scans', 'b12/Road-secret.pdf', ''), ('exports', 'b12/a12/Road-secret.csv', ''),
  ('logos', 'b12/Road-secret-logo.png', '');
