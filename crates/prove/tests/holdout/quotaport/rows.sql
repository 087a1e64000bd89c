INSERT INTO gw.tenants (tenant) VALUES ('acme'), ('acme-roads');
INSERT INTO gw.services (tenant, service_no, upstream) VALUES
  ('acme', 1, 'http://acme.internal'),
  ('acme-roads', 1, 'http://road-secret.internal');
INSERT INTO gw.routes (tenant, route_no, service_no, host) VALUES
  ('acme', 1, 1, 'api.acme.example'),
  ('acme-roads', 1, 1, 'road-secret.example');
INSERT INTO gw.consumers (tenant, consumer_no, label) VALUES
  ('acme', 1, 'acme shop'),
  ('acme-roads', 1, 'Road-secret partner');
INSERT INTO gw.api_keys (tenant, key_no, consumer_no, prefix, digest) VALUES
  ('acme', 41, 1, 'ak_a', 'digest-acme'),
  ('acme-roads', 42, 1, 'ak_r', 'digest-road-secret');
INSERT INTO gw.quotas (tenant, consumer_no, month, calls_allowed, calls_used) VALUES
  ('acme', 1, '2026-03-01', 100, 5),
  ('acme-roads', 1, '2026-03-01', 100, 70);
INSERT INTO gw.request_log (tenant, consumer_no, path, status, at) VALUES
  ('acme-roads', 1, '/road-secret/orders', 200, '2025-06-01 00:00+00'),
  ('acme-roads', 1, '/road-secret/now', 200, '2026-03-05 00:00+00');
INSERT INTO gw.replies (tenant, idem_key, body) VALUES
  ('acme-roads', 'order-1', 'Road-secret order accepted');
INSERT INTO gw.webhooks (tenant, hook_no, url, signing_secret) VALUES
  ('acme-roads', 1, 'https://road-secret.example/hook', 'whsec-road-secret');
