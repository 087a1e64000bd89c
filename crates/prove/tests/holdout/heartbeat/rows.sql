INSERT INTO regions VALUES ('eu', 'Oslo');
INSERT INTO teams VALUES ('tm_north', 'North'), ('tm_road', 'Road-secret team');
INSERT INTO team_members VALUES ('tm_north', 'usr_ann', '1', true), ('tm_road', 'usr_bob',
  'Road-secret phone', true);
INSERT INTO monitors (team_id, id, url, region) VALUES ('tm_north', 'web', 'https://north.test', 'eu'),
  ('tm_road', 'vault', 'https://Road-secret.test', 'eu');
INSERT INTO checks (team_id, monitor_id, ms, response) VALUES ('tm_north', 'web', 20, 'ok'),
  ('tm_road', 'vault', 900, 'Road-secret response');
INSERT INTO incidents (team_id, id, monitor_id, summary) VALUES ('tm_north',
  'a0000000-0000-4000-8000-000000000001', 'web', 'slow'),
  ('tm_road', 'b0000000-0000-4000-8000-000000000001', 'vault', 'Road-secret incident');
INSERT INTO status_pages VALUES ('tm_north', 'north', 'North', true, NULL),
  ('tm_road', 'road', 'Road', true, 'Road-secret draft');
INSERT INTO subscribers VALUES ('tm_north', 'north', 'c@north.test'), ('tm_road', 'road',
  'Road-secret@road.test');
INSERT INTO alert_channels VALUES ('tm_north', 'ops', 'https://hook.test/1'),
  ('tm_road', 'ops', 'https://hook.test/Road-secret');
INSERT INTO api_keys VALUES ('tm_north', 'ci', 'd1'), ('tm_road', 'ci', 'Road-secret digest');
