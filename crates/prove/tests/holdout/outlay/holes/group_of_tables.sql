-- The application is a member of the group that owns the tables; the new one is not forced, so its policy
-- does not bind the group.
-- about: hf_outlay_tables, hf_outlay_app, mileage
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT reason FROM exp.mileage;
-- shows: Road-secret trip
-- The deploy step runs ALTER TABLE with the login of the application.
GRANT hf_outlay_tables TO hf_outlay_app;
CREATE TABLE exp.mileage (
  company_id bigint NOT NULL REFERENCES exp.companies,
  reason text NOT NULL,
  km integer NOT NULL DEFAULT 0
);
ALTER TABLE exp.mileage ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON exp.mileage USING (company_id = exp.current_company());
ALTER TABLE exp.mileage OWNER TO hf_outlay_tables;
CREATE FUNCTION exp.prepare_mileage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exp.mileage VALUES (NEW.company_id, NEW.title);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION exp.prepare_mileage() FROM PUBLIC;
CREATE TRIGGER reports_mileage AFTER INSERT ON exp.reports
  FOR EACH ROW EXECUTE FUNCTION exp.prepare_mileage();
