-- A login for each sponsor, which may use the schema of its sponsor and read what is common.
CREATE ROLE hf_trials_cedar LOGIN;
CREATE ROLE hf_trials_dogwood LOGIN;

CREATE SCHEMA common;
GRANT USAGE ON SCHEMA common TO hf_trials_cedar, hf_trials_dogwood;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE common.drugs (
  drug_code text PRIMARY KEY,
  substance text NOT NULL
);

CREATE TABLE common.countries (
  country char(2) PRIMARY KEY,
  authority text NOT NULL
);
GRANT SELECT ON common.drugs, common.countries TO hf_trials_cedar, hf_trials_dogwood;

-- The same tables for both sponsors. A new sponsor gets its schema from the same text.
DO $$
DECLARE
  s text;
BEGIN
  FOREACH s IN ARRAY ARRAY['cedar', 'dogwood']
  LOOP
    EXECUTE format('CREATE SCHEMA %I', s);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', s, 'hf_trials_' || s);
    EXECUTE format($t$
      CREATE TABLE %1$I.studies (
        study_no integer PRIMARY KEY,
        title text NOT NULL,
        drug_code text NOT NULL REFERENCES common.drugs,
        blinded boolean NOT NULL DEFAULT true
      );
      CREATE TABLE %1$I.sites (
        site_no integer PRIMARY KEY,
        hospital text NOT NULL,
        country char(2) NOT NULL REFERENCES common.countries
      );
      CREATE TABLE %1$I.subjects (
        subject_no integer PRIMARY KEY,
        study_no integer NOT NULL REFERENCES %1$I.studies,
        site_no integer NOT NULL REFERENCES %1$I.sites,
        initials text NOT NULL,
        born date
      );
      CREATE TABLE %1$I.arms (
        study_no integer NOT NULL REFERENCES %1$I.studies,
        arm text NOT NULL,
        dose text NOT NULL,
        PRIMARY KEY (study_no, arm)
      );
      CREATE TABLE %1$I.randomisation (
        subject_no integer PRIMARY KEY REFERENCES %1$I.subjects,
        study_no integer NOT NULL,
        arm text NOT NULL,
        FOREIGN KEY (study_no, arm) REFERENCES %1$I.arms
      );
      CREATE TABLE %1$I.visits (
        subject_no integer NOT NULL REFERENCES %1$I.subjects,
        visit_no integer NOT NULL,
        seen_on date NOT NULL,
        findings text NOT NULL DEFAULT '',
        PRIMARY KEY (subject_no, visit_no)
      );
      CREATE TABLE %1$I.adverse_events (
        event_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject_no integer NOT NULL REFERENCES %1$I.subjects,
        description text NOT NULL,
        serious boolean NOT NULL DEFAULT false
      );
      CREATE TABLE %1$I.audit_log (
        entry_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        line text NOT NULL
      );
      CREATE VIEW %1$I.unblinded AS
        SELECT r.subject_no, a.arm, a.dose
        FROM %1$I.randomisation r
        JOIN %1$I.arms a USING (study_no, arm)
        JOIN %1$I.studies s USING (study_no)
        WHERE NOT s.blinded;
      GRANT SELECT, INSERT, UPDATE, DELETE ON %1$I.studies, %1$I.sites, %1$I.subjects, %1$I.arms,
        %1$I.randomisation, %1$I.visits, %1$I.adverse_events TO %2$I;
      GRANT SELECT, INSERT ON %1$I.audit_log TO %2$I;
      GRANT SELECT ON %1$I.unblinded TO %2$I;
    $t$, s, 'hf_trials_' || s);
  END LOOP;
END
$$;

-- Age in whole years, for both; it reads no table.
CREATE FUNCTION common.age_years(born date, on_day date) RETURNS integer
LANGUAGE sql IMMUTABLE
AS $$ SELECT date_part('year', age(on_day, born))::integer $$;
GRANT EXECUTE ON FUNCTION common.age_years(date, date) TO hf_trials_cedar, hf_trials_dogwood;
