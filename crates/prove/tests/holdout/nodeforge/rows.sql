INSERT INTO prov.chipsets VALUES ('E32', 'Chip one'), ('N52', 'Chip two');
INSERT INTO prov.tenants VALUES ('0a000000-0000-4000-8000-00000000000a', 'Lamp maker', 100),
  ('0b000000-0000-4000-8000-00000000000b', 'Road-secret maker', 900);
INSERT INTO prov.products VALUES ('0a000000-0000-4000-8000-00000000000a', 'lamp', 'E32'),
  ('0b000000-0000-4000-8000-00000000000b', 'lock', 'N52');
INSERT INTO prov.devices VALUES
  ('0a000000-0000-4000-8000-00000000000a', 'SN-100', 'lamp', 'new', 'hall'),
  ('0b000000-0000-4000-8000-00000000000b', 'SN-900', 'lock', 'claimed', 'Road-secret site');
INSERT INTO prov.certificates VALUES
  ('0a000000-0000-4000-8000-00000000000a', 'SN-100', 1, 'CN=lamp', '2099-01-01'),
  ('0b000000-0000-4000-8000-00000000000b', 'SN-900', 1, 'CN=Road-secret', '2020-01-01');
INSERT INTO prov.wifi_profiles VALUES ('0a000000-0000-4000-8000-00000000000a', 'lab', 'lab-pass'),
  ('0b000000-0000-4000-8000-00000000000b', 'plant', 'Road-secret pass');
INSERT INTO prov.firmware VALUES ('0a000000-0000-4000-8000-00000000000a', 'lamp', '1.0', 'a/1'),
  ('0b000000-0000-4000-8000-00000000000b', 'lock', '2.0', 'Road-secret/2');
INSERT INTO prov.jobs VALUES
  ('0a000000-0000-4000-8000-00000000000a', 1, 'SN-100', '{}', 'done'),
  ('0b000000-0000-4000-8000-00000000000b', 7, 'SN-900', '{"token": "Road-secret token"}', 'queued');
INSERT INTO prov.api_keys VALUES
  ('0a000000-0000-4000-8000-00000000000a', 'nf_a1', 'hash-a', 'CI'),
  ('0b000000-0000-4000-8000-00000000000b', 'nf_b7', 'Road-secret hash', 'Road-secret label');
INSERT INTO prov.device_events VALUES
  ('0a000000-0000-4000-8000-00000000000a', 'SN-100', '2026-01-01', '{}'),
  ('0b000000-0000-4000-8000-00000000000b', 'SN-900', '2026-01-01', '{"opened_by": "Road-secret person"}');
