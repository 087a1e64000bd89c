INSERT INTO pipe_data.teams VALUES (1001, 'Apex'), (2002, 'Basin');
INSERT INTO pipe_data.pipelines VALUES (1001, 'build', 'Apex build', '{}'),
  (1001, 'own', 'Apex own', '{}'), (2002, 'build', 'Road-secret build', '{"image": "Road-secret-image"}'),
  (2002, 'deploy', 'Road-secret deploy', '{}');
INSERT INTO pipe_data.runs VALUES (1001, 'a0000000-0000-4000-8000-000000000001', 'build',
  '{"branch": "main"}', 'done'),
  (2002, 'b0000000-0000-4000-8000-000000000001', 'build', '{"branch": "Road-secret-branch"}', 'waiting');
INSERT INTO pipe_data.logs VALUES (1001, 'a0000000-0000-4000-8000-000000000001', 1, 'begun', '2026-01-01'),
  (2002, 'b0000000-0000-4000-8000-000000000001', 1, 'Road-secret log', '2026-01-01');
INSERT INTO pipe_data.secrets VALUES (1001, 'KEY', 'apex'), (2002, 'KEY', 'Road-secret value');
INSERT INTO pipe_data.artifacts VALUES (1001, 'out/a.zip', 'aa'), (2002, 'out/b.zip', 'Road-secret body');
INSERT INTO pipe_data.minutes VALUES (1001, '2026-01-01', 5), (2002, '2026-01-01', 98765);
INSERT INTO pipe_data.audit (team_id, what) VALUES (2002, 'Road-secret act');
