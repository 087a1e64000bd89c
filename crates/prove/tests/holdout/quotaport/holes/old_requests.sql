-- A login reads old requests of every tenant from the child table, where a trigger puts them and no policy
-- stands.
-- about: request_log_2025, request_log, route_old
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: SELECT path FROM gw.request_log_2025;
-- shows: /road-secret/orders
CREATE TABLE gw.request_log_2025 (CHECK (at < '2026-01-01 00:00+00')) INHERITS (gw.request_log);
CREATE FUNCTION gw.route_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.at < '2026-01-01 00:00+00' THEN
    INSERT INTO gw.request_log_2025 SELECT NEW.*;
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION gw.route_old() FROM PUBLIC;
CREATE TRIGGER request_log_route_old BEFORE INSERT ON gw.request_log
  FOR EACH ROW EXECUTE FUNCTION gw.route_old();
GRANT SELECT, INSERT ON gw.request_log_2025 TO hf_quotaport_app;
