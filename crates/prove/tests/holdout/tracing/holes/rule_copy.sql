-- A rule copies new keys to a table for the gateway; the copy has a grant for the application and no policy.
-- about: gateway_keys
-- as: hf_tracing_app
-- exploit: SET apm.org_id = '7';
-- exploit: SELECT secret FROM apm.gateway_keys;
-- shows: key-secret
CREATE TABLE apm.gateway_keys (org_id bigint NOT NULL, key_name text NOT NULL, secret text NOT NULL);
GRANT SELECT ON apm.gateway_keys TO hf_tracing_app;
CREATE RULE copy_keys AS ON INSERT TO apm.ingest_keys DO ALSO
  INSERT INTO apm.gateway_keys VALUES (NEW.org_id, NEW.key_name, NEW.secret);
