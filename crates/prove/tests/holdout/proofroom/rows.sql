INSERT INTO proof.workspaces (workspace_id, name) VALUES
  ('a1111111-0000-4000-8000-000000000001', 'Harbour'),
  ('b2222222-0000-4000-8000-000000000002', 'Road-secret');
INSERT INTO proof.members (workspace_id, user_id, role) VALUES
  ('a1111111-0000-4000-8000-000000000001', 'a1111111-0000-4000-8000-0000000000aa', 'auditor'),
  ('b2222222-0000-4000-8000-000000000002', 'b2222222-0000-4000-8000-0000000000bb', 'admin');
INSERT INTO proof.invitations (workspace_id, email) VALUES
  ('b2222222-0000-4000-8000-000000000002', 'new@road-secret.example');
INSERT INTO proof.controls (workspace_id, control_code, framework, statement) VALUES
  ('a1111111-0000-4000-8000-000000000001', 'AC-1', 'SOC', 'access is reviewed'),
  ('b2222222-0000-4000-8000-000000000002', 'AC-1', 'SOC', 'Road-secret control');
INSERT INTO proof.evidence (workspace_id, evidence_id, control_code, summary) VALUES
  ('a1111111-0000-4000-8000-000000000001', 'a1111111-0000-4000-8000-0000000000e1', 'AC-1', 'list of users'),
  ('b2222222-0000-4000-8000-000000000002', 'b2222222-0000-4000-8000-0000000000e2', 'AC-1',
    'Road-secret failed test');
INSERT INTO proof.evidence_files (workspace_id, evidence_id, file_name, sha256) VALUES
  ('b2222222-0000-4000-8000-000000000002', 'b2222222-0000-4000-8000-0000000000e2', 'road-secret.pdf', 'ff00');
INSERT INTO proof.audit_requests (workspace_id, control_code, question) VALUES
  ('b2222222-0000-4000-8000-000000000002', 'AC-1', 'Road-secret question');
INSERT INTO proof.comments (workspace_id, evidence_id, body) VALUES
  ('a1111111-0000-4000-8000-000000000001', 'a1111111-0000-4000-8000-0000000000e1', 'fine'),
  ('b2222222-0000-4000-8000-000000000002', 'b2222222-0000-4000-8000-0000000000e2', 'Road-secret remark');
INSERT INTO proof.vendor_reviews (workspace_id, vendor, verdict) VALUES
  ('b2222222-0000-4000-8000-000000000002', 'Cloudette', 'Road-secret verdict');
INSERT INTO proof.integrations (workspace_id, provider, external_id, access_token) VALUES
  ('b2222222-0000-4000-8000-000000000002', 'github', 'org-77', 'tok-road-secret');
