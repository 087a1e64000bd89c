INSERT INTO account VALUES ('ua', 'ann@alpha.test'), ('ub', 'bob@beta.test');
INSERT INTO workspace (id, name) VALUES ('alpha', 'Alpha'), ('beta', 'Beta');
INSERT INTO workspace_member ("workspaceId", "userId", role) VALUES ('alpha', 'ua', 'owner'), ('beta',
    'ub', 'owner');
INSERT INTO client VALUES ('alpha', 'a1000000-0000-4000-8000-000000000001', 'Cy'),
  ('beta', 'b1000000-0000-4000-8000-000000000001', 'Road-secret Di');
INSERT INTO project VALUES
  ('alpha', 'a2000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'Site', 50),
  ('beta', 'b2000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001',
    'Road-secret shop', 90);
INSERT INTO task ("workspaceId", "projectId", title) VALUES
  ('alpha', 'a2000000-0000-4000-8000-000000000001', 'draw'),
  ('beta', 'b2000000-0000-4000-8000-000000000001', 'Road-secret task');
INSERT INTO time_entry ("workspaceId", id, "projectId", "userId", minutes, description) VALUES
  ('alpha', 'a3000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'ua', 60, 'draw'),
  ('beta', 'b3000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001', 'ub', 45,
   'Road-secret work');
INSERT INTO invoice ("workspaceId", "clientId", memo) VALUES
  ('beta', 'b1000000-0000-4000-8000-000000000001', 'Road-secret memo'),
  ('beta', 'b1000000-0000-4000-8000-000000000001', 'Road-secret memo two');
INSERT INTO api_key ("workspaceId", name, hash) VALUES ('beta', 'Road-secret sync', sha256('beta'));
