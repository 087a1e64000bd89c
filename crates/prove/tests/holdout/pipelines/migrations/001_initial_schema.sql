-- The functions belong to a role that may use the tables; each of them asks for the session's team.
CREATE ROLE hf_pipelines_owner NOLOGIN;
CREATE ROLE hf_pipelines_app LOGIN;
CREATE ROLE hf_pipelines_worker LOGIN;

CREATE SCHEMA pipe_data AUTHORIZATION hf_pipelines_owner;
CREATE SCHEMA pipe AUTHORIZATION hf_pipelines_owner;
GRANT USAGE ON SCHEMA pipe TO hf_pipelines_app, hf_pipelines_worker;
SET ROLE hf_pipelines_owner;

CREATE TABLE pipe_data.teams (
  team_id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE pipe_data.pipelines (
  team_id bigint NOT NULL REFERENCES pipe_data.teams,
  pipeline text NOT NULL,
  description text NOT NULL DEFAULT '',
  config jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (team_id, pipeline)
);

CREATE TABLE pipe_data.runs (
  team_id bigint NOT NULL,
  run_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pipeline text NOT NULL,
  parameters jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  PRIMARY KEY (team_id, run_id),
  FOREIGN KEY (team_id, pipeline) REFERENCES pipe_data.pipelines ON UPDATE CASCADE
);

CREATE TABLE pipe_data.logs (
  team_id bigint NOT NULL,
  run_id uuid NOT NULL,
  line_no integer NOT NULL,
  line text NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (team_id, run_id, line_no),
  FOREIGN KEY (team_id, run_id) REFERENCES pipe_data.runs ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE pipe_data.secrets (
  team_id bigint NOT NULL REFERENCES pipe_data.teams,
  secret text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (team_id, secret)
);

CREATE TABLE pipe_data.artifacts (
  team_id bigint NOT NULL REFERENCES pipe_data.teams,
  path text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (team_id, path)
);

CREATE TABLE pipe_data.minutes (
  team_id bigint NOT NULL REFERENCES pipe_data.teams,
  month date NOT NULL,
  used bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, month)
);

CREATE TABLE pipe_data.audit (
  team_id bigint NOT NULL REFERENCES pipe_data.teams,
  audit_id uuid NOT NULL DEFAULT gen_random_uuid(),
  what text NOT NULL,
  PRIMARY KEY (team_id, audit_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['teams', 'pipelines', 'runs', 'logs', 'secrets', 'artifacts', 'minutes', 'audit']
  LOOP
    EXECUTE format('ALTER TABLE pipe_data.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY api ON pipe_data.%I TO hf_pipelines_owner USING (true)', t);
  END LOOP;
END
$$;

CREATE FUNCTION pipe.team() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('pipe.team_id', true), '')::bigint $$;

CREATE FUNCTION pipe.list_pipelines() RETURNS TABLE (pipeline text, description text, config jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT p.pipeline, p.description, p.config FROM pipe_data.pipelines p WHERE p.team_id = pipe.team()
$$;

CREATE FUNCTION pipe.save_pipeline(which text, told text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.pipelines (team_id, pipeline, description) VALUES (pipe.team(), which, told)
  ON CONFLICT (team_id, pipeline) DO UPDATE SET description = EXCLUDED.description
$$;

CREATE FUNCTION pipe.start_run(which text, with_parameters jsonb DEFAULT '{}') RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.runs (team_id, pipeline, parameters)
  SELECT p.team_id, p.pipeline, with_parameters FROM pipe_data.pipelines p
  WHERE p.team_id = pipe.team() AND p.pipeline = which
  RETURNING run_id
$$;

CREATE FUNCTION pipe.runs_of(which text) RETURNS TABLE (run_id uuid, state text, parameters jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT r.run_id, r.state, r.parameters FROM pipe_data.runs r
  WHERE r.team_id = pipe.team() AND r.pipeline = which
$$;

CREATE FUNCTION pipe.add_log(run uuid, said text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.logs (team_id, run_id, line_no, line)
  SELECT r.team_id, r.run_id, 1 + count(l.line_no), said
  FROM pipe_data.runs r
  LEFT JOIN pipe_data.logs l ON l.team_id = r.team_id AND l.run_id = r.run_id
  WHERE r.team_id = pipe.team() AND r.run_id = run
  GROUP BY r.team_id, r.run_id
$$;

CREATE FUNCTION pipe.set_secret(which text, new_value text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.secrets VALUES (pipe.team(), which, new_value)
  ON CONFLICT (team_id, secret) DO UPDATE SET value = EXCLUDED.value
$$;

CREATE FUNCTION pipe.artifact(which text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT a.body FROM pipe_data.artifacts a WHERE a.team_id = pipe.team() AND a.path = which $$;

-- The worker serves one team at a time and takes the next run of it.
CREATE FUNCTION pipe.claim_run() RETURNS TABLE (run_id uuid, pipeline text, parameters jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE pipe_data.runs r SET state = 'running'
  WHERE r.team_id = pipe.team() AND r.run_id = (SELECT q.run_id FROM pipe_data.runs q
    WHERE q.team_id = pipe.team() AND q.state = 'waiting' LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING r.run_id, r.pipeline, r.parameters
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA pipe FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.team(), pipe.list_pipelines(), pipe.save_pipeline(text, text),
  pipe.start_run(text, jsonb), pipe.runs_of(text), pipe.set_secret(text, text), pipe.artifact(text)
  TO hf_pipelines_app;
GRANT EXECUTE ON FUNCTION pipe.team(), pipe.claim_run(), pipe.add_log(uuid, text), pipe.artifact(text)
  TO hf_pipelines_worker;
RESET ROLE;
