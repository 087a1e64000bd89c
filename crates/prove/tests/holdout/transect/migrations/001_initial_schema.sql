-- Field surveys. Teams have a short name as their key; observations are kept by year.
CREATE ROLE hf_transect_app LOGIN;
CREATE ROLE hf_transect_reader LOGIN;
CREATE SCHEMA survey;
GRANT USAGE ON SCHEMA survey TO hf_transect_app, hf_transect_reader;

CREATE TABLE survey.species (
  code text PRIMARY KEY,
  latin text NOT NULL,
  protected boolean NOT NULL DEFAULT false
);

CREATE TABLE survey.teams (
  team text PRIMARY KEY CHECK (team <> ''),
  title text NOT NULL,
  contact text
);

CREATE TABLE survey.surveyors (
  team text NOT NULL REFERENCES survey.teams (team),
  surveyor text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (team, surveyor)
);

CREATE TABLE survey.plots (
  team text NOT NULL REFERENCES survey.teams (team),
  plot text NOT NULL,
  lat numeric(9, 6) NOT NULL,
  lon numeric(9, 6) NOT NULL,
  landowner text,
  PRIMARY KEY (team, plot)
);

CREATE TABLE survey.campaigns (
  team text NOT NULL REFERENCES survey.teams (team),
  campaign text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'running', 'published')),
  abstract text,
  settings jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (team, campaign)
);

CREATE TABLE survey.observations (
  team text NOT NULL,
  observed_on date NOT NULL,
  obs_id uuid NOT NULL DEFAULT gen_random_uuid(),
  campaign text NOT NULL,
  plot text NOT NULL,
  species text REFERENCES survey.species (code),
  remarks text,
  tags text[] NOT NULL DEFAULT '{}',
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(remarks, ''))) STORED,
  PRIMARY KEY (team, observed_on, obs_id),
  FOREIGN KEY (team, campaign) REFERENCES survey.campaigns (team, campaign),
  FOREIGN KEY (team, plot) REFERENCES survey.plots (team, plot)
) PARTITION BY RANGE (observed_on);
CREATE INDEX observations_words ON survey.observations USING gin (words);
CREATE TABLE survey.observations_2025 PARTITION OF survey.observations
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE survey.observations_2026 PARTITION OF survey.observations
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE survey.photos (
  team text NOT NULL,
  observed_on date NOT NULL,
  obs_id uuid NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (team, observed_on, obs_id, file_name),
  FOREIGN KEY (team, observed_on, obs_id) REFERENCES survey.observations ON DELETE CASCADE
);

CREATE TABLE survey.exports (
  team text NOT NULL REFERENCES survey.teams (team),
  export_id uuid NOT NULL DEFAULT gen_random_uuid(),
  filter jsonb NOT NULL DEFAULT '{}',
  content text,
  done_at timestamptz,
  PRIMARY KEY (team, export_id)
);

CREATE TABLE survey.devices (
  team text NOT NULL REFERENCES survey.teams (team),
  device text NOT NULL,
  last_sync timestamptz,
  queue jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (team, device)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['teams', 'surveyors', 'plots', 'campaigns', 'observations', 'observations_2025',
    'observations_2026', 'photos', 'exports', 'devices'] LOOP
    EXECUTE format('ALTER TABLE survey.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE survey.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY read_own ON survey.%I FOR SELECT
      USING (team = NULLIF(current_setting('survey.team', true), ''))$p$, t);
    EXECUTE format('GRANT SELECT ON survey.%I TO hf_transect_app, hf_transect_reader', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['surveyors', 'plots', 'campaigns', 'observations', 'photos', 'exports',
    'devices'] LOOP
    EXECUTE format($p$CREATE POLICY add_own ON survey.%I FOR INSERT
      WITH CHECK (team = NULLIF(current_setting('survey.team', true), ''))$p$, t);
    EXECUTE format($p$CREATE POLICY change_own ON survey.%I FOR UPDATE
      USING (team = NULLIF(current_setting('survey.team', true), ''))$p$, t);
    EXECUTE format($p$CREATE POLICY remove_own ON survey.%I FOR DELETE
      USING (team = NULLIF(current_setting('survey.team', true), ''))$p$, t);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON survey.%I TO hf_transect_app', t);
  END LOOP;
END $$;
GRANT SELECT ON survey.species TO hf_transect_app, hf_transect_reader;

CREATE FUNCTION survey.search(p_query text) RETURNS SETOF survey.observations LANGUAGE sql STABLE AS $$
  SELECT * FROM survey.observations WHERE words @@ plainto_tsquery('simple', p_query)
$$;

CREATE VIEW survey.species_counts WITH (security_invoker = true) AS
  SELECT team, campaign, species, count(*) AS observations FROM survey.observations
  GROUP BY team, campaign, species;
GRANT SELECT ON survey.species_counts TO hf_transect_app, hf_transect_reader;
