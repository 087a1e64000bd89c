-- The counters of open jobs with a forced policy of their own: each franchise sees its own line.
CREATE TABLE home.job_counters (
  franchise home.slug PRIMARY KEY REFERENCES home.franchises,
  open_jobs int NOT NULL
);
ALTER TABLE home.job_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.job_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON home.job_counters USING (franchise = home.me());
CREATE FUNCTION home.count_job() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = home, pg_temp AS $$
BEGIN
  INSERT INTO home.job_counters VALUES (NEW.franchise, 1)
  ON CONFLICT (franchise) DO UPDATE SET open_jobs = job_counters.open_jobs + 1;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION home.count_job() FROM PUBLIC;
CREATE TRIGGER count_job AFTER INSERT ON home.jobs FOR EACH ROW EXECUTE FUNCTION home.count_job();
GRANT SELECT ON home.job_counters TO hf_dustbrigade_app;
