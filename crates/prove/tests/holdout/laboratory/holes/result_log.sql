-- Every laboratory reads the values of others in the log that a trigger writes.
-- about: result_log
-- as: hf_laboratory_helix
-- exploit: SELECT value FROM lab.result_log;
-- shows: result-secret
CREATE TABLE lab.result_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  sample uuid NOT NULL,
  value text
);
CREATE FUNCTION lab.log_result() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO lab.result_log (sample, value) VALUES (new.sample, new.value);
  RETURN new;
END $$;
CREATE TRIGGER log AFTER INSERT OR UPDATE ON lab.results FOR EACH ROW EXECUTE FUNCTION lab.log_result();
GRANT SELECT ON lab.result_log TO hf_laboratory_users;
