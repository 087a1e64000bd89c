-- Tenant A learns that a key of another tenant has the hash it inserts.
-- about: api_keys
-- as: ho_gateway_app
-- exploit: SET gw.organization_id = '1';
-- exploit: INSERT INTO gw.api_keys (organization_id, label, key_hash) VALUES (1, 'probe', '\x02');
-- shows: duplicate key
DROP INDEX gw.api_keys_hash;
CREATE UNIQUE INDEX api_keys_hash ON gw.api_keys (key_hash);
