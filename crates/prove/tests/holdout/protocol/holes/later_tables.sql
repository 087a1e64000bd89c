-- The other schema is open to PUBLIC and so is every later table in it, as the new one for consents.
-- about: consents, road, pg_default_acl, record_consent
-- as: hf_protocol_north
-- exploit: SELECT signed_by FROM road.consents;
-- shows: Road-secret R-001
-- Tables of later migrations were not readable by the sponsor's tools.
GRANT USAGE ON SCHEMA road TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA road GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE road.consents (
  subject_id integer NOT NULL,
  signed_by text NOT NULL
);
CREATE FUNCTION road.record_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO road.consents VALUES (NEW.id, NEW.screening_no);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION road.record_consent() FROM PUBLIC;
CREATE TRIGGER subjects_consent AFTER INSERT ON road.subjects
  FOR EACH ROW EXECUTE FUNCTION road.record_consent();
