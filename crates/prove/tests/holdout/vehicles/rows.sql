INSERT INTO fleet.orgs VALUES ('alpha', 'Alpha'), ('beta', 'Beta');
INSERT INTO fleet.sites VALUES ('alpha', 'north', 'Alpha lane'), ('beta', 'harbour', 'Road-secret quay');
INSERT INTO fleet.devices (org_id, id, site_code, serial, name) VALUES
  ('alpha', 'a1000000-0000-4000-8000-000000000001', 'north', 'SN-1', 'gate'),
  ('beta', 'b1000000-0000-4000-8000-000000000001', 'harbour', 'SN-2', 'Road-secret crane');
INSERT INTO fleet.device_keys VALUES ('beta', 'b1000000-0000-4000-8000-000000000001', 'Road-secret key');
INSERT INTO fleet.telemetry VALUES
  ('alpha', 'a1000000-0000-4000-8000-000000000001', '2030-01-10 00:00Z', '{"temp": 4}'),
  ('beta', 'b1000000-0000-4000-8000-000000000001', '2030-01-10 00:00Z', '{"place": "Road-secret dock"}');
INSERT INTO fleet.commands (org_id, device_id, body) VALUES
  ('beta', 'b1000000-0000-4000-8000-000000000001', 'Road-secret reboot');
INSERT INTO fleet.alert_rules (org_id, id, name, metric) VALUES
  ('alpha', 'a2000000-0000-4000-8000-000000000001', 'hot', 'temp'),
  ('beta', 'b2000000-0000-4000-8000-000000000001', 'Road-secret rule', 'load');
INSERT INTO fleet.alerts (org_id, message) VALUES ('alpha', 'door open'), ('beta', 'Road-secret alarm');
INSERT INTO fleet.webhooks (org_id, url, secret) VALUES ('beta', 'https://beta.test', 'Road-secret');
