-- Institutes that share single data sets with each other, by rows in a table of grants.

CREATE ROLE hf_genomics_app LOGIN;
CREATE SCHEMA gen;

CREATE TABLE gen.genomes (build text PRIMARY KEY);
CREATE TABLE gen.institutes (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
CREATE TABLE gen.datasets (
  institute_id uuid NOT NULL REFERENCES gen.institutes,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  title text NOT NULL,
  build text REFERENCES gen.genomes,
  UNIQUE (institute_id, id)
);
CREATE TABLE gen.dataset_grants (
  institute_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  grantee_id uuid NOT NULL REFERENCES gen.institutes,
  PRIMARY KEY (institute_id, dataset_id, grantee_id),
  FOREIGN KEY (institute_id, dataset_id) REFERENCES gen.datasets (institute_id, id) ON DELETE CASCADE
);
CREATE TABLE gen.variants (
  institute_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  position bigint NOT NULL,
  allele text NOT NULL,
  PRIMARY KEY (institute_id, dataset_id, position),
  FOREIGN KEY (institute_id, dataset_id) REFERENCES gen.datasets (institute_id, id) ON DELETE CASCADE
);
CREATE TABLE gen.donors (
  institute_id uuid NOT NULL REFERENCES gen.institutes,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (institute_id, id)
);

CREATE FUNCTION gen.institute() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('gen.institute', true), '')::uuid;
-- Reads the grants past their policy.
CREATE FUNCTION gen.granted() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT g.dataset_id FROM gen.dataset_grants g WHERE g.grantee_id = gen.institute()
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['datasets', 'dataset_grants', 'variants', 'donors'] LOOP
    EXECUTE format('ALTER TABLE gen.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own ON gen.%I USING (institute_id = gen.institute())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON gen.%I TO hf_genomics_app', name);
  END LOOP;
END $$;
ALTER TABLE gen.institutes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON gen.institutes USING (id = gen.institute());
-- What was granted is read, not written.
CREATE POLICY granted ON gen.datasets FOR SELECT USING (id IN (SELECT gen.granted()));
CREATE POLICY granted ON gen.variants FOR SELECT USING (dataset_id IN (SELECT gen.granted()));

GRANT USAGE ON SCHEMA gen TO hf_genomics_app;
GRANT SELECT ON gen.genomes, gen.institutes TO hf_genomics_app;
-- A grant is made and taken back, never changed.
REVOKE UPDATE ON gen.dataset_grants FROM hf_genomics_app;
