-- Clinical trials. A schema for each sponsor, the same tables in each, one login for each.
CREATE ROLE hf_protocol_north LOGIN;
CREATE ROLE hf_protocol_road LOGIN;

CREATE SCHEMA common;
CREATE SCHEMA north;
CREATE SCHEMA road;

CREATE TYPE common.visit_status AS ENUM ('planned', 'done', 'missed');

CREATE TABLE common.meddra_terms (
  code integer PRIMARY KEY,
  term text NOT NULL
);
CREATE TABLE common.countries (
  code char(2) PRIMARY KEY,
  name text NOT NULL
);

-- The same tables for each sponsor. Only migrations call this.
CREATE FUNCTION common.make_sponsor(p_schema text, p_role text) RETURNS void LANGUAGE plpgsql AS $fn$
BEGIN
  EXECUTE format($q$
    CREATE TABLE %1$I.studies (
      id integer PRIMARY KEY,
      title text NOT NULL,
      compound text NOT NULL
    );
    CREATE TABLE %1$I.sites (
      id integer PRIMARY KEY,
      study_id integer NOT NULL REFERENCES %1$I.studies,
      country char(2) REFERENCES common.countries,
      investigator text NOT NULL
    );
    CREATE TABLE %1$I.subjects (
      id integer PRIMARY KEY,
      site_id integer NOT NULL REFERENCES %1$I.sites,
      screening_no text NOT NULL UNIQUE,
      initials text NOT NULL
    );
    CREATE TABLE %1$I.visits (
      id integer PRIMARY KEY,
      subject_id integer NOT NULL REFERENCES %1$I.subjects,
      status common.visit_status NOT NULL DEFAULT 'planned',
      note text
    );
    CREATE TABLE %1$I.adverse_events (
      id integer PRIMARY KEY,
      subject_id integer NOT NULL REFERENCES %1$I.subjects,
      term_code integer REFERENCES common.meddra_terms,
      narrative text NOT NULL
    );
    CREATE TABLE %1$I.randomisation (
      subject_id integer PRIMARY KEY REFERENCES %1$I.subjects,
      arm text NOT NULL
    );
    CREATE TABLE %1$I.audit_trail (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      what text NOT NULL
    );
    GRANT USAGE ON SCHEMA %1$I TO %2$I;
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA %1$I TO %2$I;
    REVOKE UPDATE ON %1$I.audit_trail FROM %2$I;
    ALTER ROLE %2$I SET search_path = %1$I, common;
  $q$, p_schema, p_role);
END $fn$;
REVOKE EXECUTE ON FUNCTION common.make_sponsor(text, text) FROM PUBLIC;

SELECT common.make_sponsor('north', 'hf_protocol_north');
SELECT common.make_sponsor('road', 'hf_protocol_road');

GRANT USAGE ON SCHEMA common TO hf_protocol_north, hf_protocol_road;
GRANT SELECT ON common.meddra_terms, common.countries TO hf_protocol_north, hf_protocol_road;

-- Every change of a subject leaves a line in the sponsor's own trail, with the rights of the writer.
CREATE FUNCTION north.audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO north.audit_trail (what) VALUES (TG_OP || ' ' || NEW.screening_no);
  RETURN NEW;
END $$;
CREATE FUNCTION road.audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO road.audit_trail (what) VALUES (TG_OP || ' ' || NEW.screening_no);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION north.audit(), road.audit() FROM PUBLIC;
CREATE TRIGGER subjects_audit AFTER INSERT OR UPDATE ON north.subjects
  FOR EACH ROW EXECUTE FUNCTION north.audit();
CREATE TRIGGER subjects_audit AFTER INSERT OR UPDATE ON road.subjects
  FOR EACH ROW EXECUTE FUNCTION road.audit();
