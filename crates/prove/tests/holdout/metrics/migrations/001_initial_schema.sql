-- Time series by tenant: list partitions for the large ones, roll-ups, alerts.

CREATE ROLE ho_metrics_ingest LOGIN;
CREATE ROLE ho_metrics_query LOGIN;
CREATE SCHEMA ts;

CREATE TABLE ts.units (unit text PRIMARY KEY);
CREATE TABLE ts.projects (id integer PRIMARY KEY, name text NOT NULL, retention interval NOT NULL DEFAULT
  '30 days');

CREATE FUNCTION ts.project() RETURNS integer LANGUAGE plpgsql STABLE
AS $$ BEGIN RETURN nullif(current_setting('ts.project', true), '')::integer; END $$;

CREATE TABLE ts.series (
  project_id integer NOT NULL REFERENCES ts.projects,
  series_no integer NOT NULL,
  name text NOT NULL,
  unit text REFERENCES ts.units,
  labels jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (project_id, series_no),
  UNIQUE (project_id, name)
);

CREATE TABLE ts.samples (
  project_id integer NOT NULL,
  series_no integer NOT NULL,
  at timestamptz NOT NULL,
  value double precision NOT NULL,
  PRIMARY KEY (project_id, series_no, at),
  FOREIGN KEY (project_id, series_no) REFERENCES ts.series ON DELETE CASCADE
) PARTITION BY LIST (project_id);
CREATE TABLE ts.samples_large PARTITION OF ts.samples FOR VALUES IN (2);
CREATE TABLE ts.samples_rest PARTITION OF ts.samples DEFAULT;

CREATE TABLE ts.hourly (
  project_id integer NOT NULL,
  series_no integer NOT NULL,
  hour timestamptz NOT NULL,
  lowest double precision,
  highest double precision,
  PRIMARY KEY (project_id, series_no, hour),
  FOREIGN KEY (project_id, series_no) REFERENCES ts.series ON DELETE CASCADE
);

CREATE TABLE ts.alerts (
  project_id integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  series_no integer NOT NULL,
  condition text NOT NULL,
  mail_to text NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, series_no) REFERENCES ts.series ON DELETE CASCADE
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['series', 'samples', 'hourly', 'alerts'] LOOP
    EXECUTE format('ALTER TABLE ts.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY project ON ts.%I USING (project_id = (SELECT ts.project()))', name);
  END LOOP;
END $$;
ALTER TABLE ts.projects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ts.projects USING (id = (SELECT ts.project()));

GRANT USAGE ON SCHEMA ts TO ho_metrics_ingest, ho_metrics_query;
GRANT SELECT ON ts.units, ts.projects, ts.series, ts.samples, ts.hourly, ts.alerts TO ho_metrics_query;
GRANT SELECT ON ts.units, ts.projects TO ho_metrics_ingest;
GRANT SELECT, INSERT, UPDATE ON ts.series TO ho_metrics_ingest;
GRANT INSERT ON ts.samples TO ho_metrics_ingest;
GRANT INSERT, UPDATE, DELETE ON ts.alerts TO ho_metrics_query;
