-- The counter is kept by experiment key alone, so exposures of others with the same key add up in the first
-- one's row.
-- about: exposure_totals, exposures, count_exposure, exposures_count
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'counted ' || total AS answer FROM exp.exposure_totals WHERE experiment_key = 'checkout';
-- shows: counted 3
CREATE TABLE exp.exposure_totals (
  org_id uuid NOT NULL,
  experiment_key text NOT NULL,
  total bigint NOT NULL,
  CONSTRAINT exposure_totals_key UNIQUE (experiment_key)
);
ALTER TABLE exp.exposure_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.exposure_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_org ON exp.exposure_totals USING (org_id = exp.current_org())
  WITH CHECK (org_id = exp.current_org());
GRANT SELECT ON exp.exposure_totals TO hf_splitbeacon_app;
CREATE FUNCTION exp.count_exposure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = exp, pg_temp
  AS $$
  BEGIN
    INSERT INTO exp.exposure_totals AS t VALUES (NEW.org_id, NEW.experiment_key, 1)
      ON CONFLICT (experiment_key) DO UPDATE SET total = t.total + 1;
    RETURN NEW;
  END $$;
CREATE TRIGGER exposures_count AFTER INSERT ON exp.exposures
  FOR EACH ROW EXECUTE FUNCTION exp.count_exposure();
