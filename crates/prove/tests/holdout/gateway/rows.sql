-- Rows of two tenants, for the exploits in holes/.
INSERT INTO gw.organizations VALUES (1, 'alpha'), (2, 'beta-secret');
INSERT INTO gw.api_keys (organization_id, label, key_hash) VALUES (1, 'ka', '\x01'), (2, 'kb-secret', '\x02');
INSERT INTO gw.routes VALUES (1, '/a', 'http://a'), (2, '/b', 'http://b-secret');
INSERT INTO gw.limits VALUES (1, 60), (2, 4711);
INSERT INTO gw.upstream_secrets VALUES (2, '/b', 'token', '\xdeadbeef');
