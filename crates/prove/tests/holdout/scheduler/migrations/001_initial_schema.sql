-- A scheduler for jobs. Accounts are known by their slug, and every key begins with it.
CREATE ROLE hf_scheduler_app LOGIN;
CREATE ROLE hf_scheduler_ops NOLOGIN;
CREATE SCHEMA sched;
GRANT USAGE ON SCHEMA sched TO hf_scheduler_app, hf_scheduler_ops;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE DOMAIN sched.slug AS text CHECK (VALUE ~ '^[a-z][a-z0-9-]{1,30}$');
CREATE TYPE sched.run_state AS ENUM ('waiting', 'running', 'done', 'failed');

CREATE FUNCTION sched.me() RETURNS text LANGUAGE sql STABLE
  RETURN nullif(current_setting('sched.account', true), '');

CREATE TABLE sched.regions (region text PRIMARY KEY);
CREATE TABLE sched.accounts (
  account sched.slug PRIMARY KEY,
  title text NOT NULL,
  parallel_limit int NOT NULL DEFAULT 5
);
CREATE TABLE sched.calendars (
  account sched.slug NOT NULL REFERENCES sched.accounts,
  calendar text NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC',
  PRIMARY KEY (account, calendar)
);
CREATE TABLE sched.bookings (
  account sched.slug NOT NULL,
  booking_id uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar text NOT NULL,
  room text NOT NULL,
  during tstzrange NOT NULL,
  purpose text,
  PRIMARY KEY (account, booking_id),
  FOREIGN KEY (account, calendar) REFERENCES sched.calendars ON DELETE CASCADE,
  CONSTRAINT bookings_apart EXCLUDE USING gist (account WITH =, room WITH =, during WITH &&)
);
CREATE TABLE sched.jobs (
  account sched.slug NOT NULL REFERENCES sched.accounts,
  job text NOT NULL,
  calendar text,
  command text NOT NULL,
  region text REFERENCES sched.regions,
  enabled boolean NOT NULL DEFAULT true,
  PRIMARY KEY (account, job),
  FOREIGN KEY (account, calendar) REFERENCES sched.calendars
);
CREATE TABLE sched.job_secrets (
  account sched.slug NOT NULL,
  job text NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (account, job, name),
  FOREIGN KEY (account, job) REFERENCES sched.jobs ON DELETE CASCADE
);
CREATE TABLE sched.runs (
  account sched.slug NOT NULL,
  job text NOT NULL,
  run_no int NOT NULL,
  state sched.run_state NOT NULL DEFAULT 'waiting',
  due_at timestamptz NOT NULL DEFAULT now(),
  output text,
  PRIMARY KEY (account, job, run_no),
  FOREIGN KEY (account, job) REFERENCES sched.jobs ON DELETE CASCADE
);
CREATE TABLE sched.workers (
  account sched.slug NOT NULL REFERENCES sched.accounts,
  worker text NOT NULL,
  last_seen timestamptz,
  token_hash text,
  PRIMARY KEY (account, worker)
);
CREATE TABLE sched.failures (
  account sched.slug NOT NULL REFERENCES sched.accounts,
  failure_id uuid NOT NULL DEFAULT gen_random_uuid(),
  job text NOT NULL,
  reason text,
  PRIMARY KEY (account, failure_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts', 'calendars', 'bookings', 'jobs', 'job_secrets', 'runs', 'workers',
      'failures'] LOOP
    EXECUTE format('ALTER TABLE sched.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sched.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON sched.%I TO hf_scheduler_app
      USING (account = sched.me()) WITH CHECK (account = sched.me())', t || '_own', t);
  END LOOP;
END $$;
GRANT SELECT ON sched.regions, sched.accounts TO hf_scheduler_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sched.calendars, sched.bookings, sched.jobs, sched.job_secrets,
  sched.runs, sched.workers, sched.failures TO hf_scheduler_app;

-- The next waiting run of the account of the session.
CREATE FUNCTION sched.take_run(p_worker text) RETURNS SETOF sched.runs
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sched, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sched.workers w WHERE w.account = sched.me() AND w.worker = p_worker) THEN
    RETURN;
  END IF;
  RETURN QUERY UPDATE sched.runs r SET state = 'running'
    WHERE (r.account, r.job, r.run_no) = (
      SELECT n.account, n.job, n.run_no FROM sched.runs n
      WHERE n.account = sched.me() AND n.state = 'waiting'
      ORDER BY n.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING r.*;
END $$;
REVOKE ALL ON FUNCTION sched.take_run(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sched.take_run(text) TO hf_scheduler_app;

-- Failed runs are copied for the report.
CREATE FUNCTION sched.copy_failure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sched.failures (account, job, reason) VALUES (NEW.account, NEW.job, NEW.output);
  RETURN NULL;
END $$;
CREATE TRIGGER copy_failure AFTER INSERT OR UPDATE ON sched.runs
  FOR EACH ROW WHEN (NEW.state = 'failed') EXECUTE FUNCTION sched.copy_failure();

CREATE VIEW sched.agenda WITH (security_invoker = true) AS
  SELECT b.account, b.room, b.during, b.purpose, c.time_zone
  FROM sched.bookings b JOIN sched.calendars c USING (account, calendar);
GRANT SELECT ON sched.agenda TO hf_scheduler_app;
