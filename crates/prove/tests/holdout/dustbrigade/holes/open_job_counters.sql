-- Any franchise reads the open jobs of all others, because the counters behind the badge in the menu have
-- no policies.
-- about: job_counters, count_job, jobs
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT franchise, open_jobs FROM home.job_counters;
-- shows: oakridge
-- Counting jobs on each page was slow.
CREATE TABLE home.job_counters (
  franchise home.slug PRIMARY KEY REFERENCES home.franchises,
  open_jobs int NOT NULL
);
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
