-- A clinic system with a schema for each tenant and common reference data.

CREATE ROLE ho_clinic_north LOGIN;
CREATE ROLE ho_clinic_south LOGIN;
CREATE SCHEMA common;
CREATE SCHEMA north;
CREATE SCHEMA south;

CREATE TABLE common.diagnoses (code text PRIMARY KEY, title text NOT NULL);
GRANT USAGE ON SCHEMA common TO ho_clinic_north, ho_clinic_south;
GRANT SELECT ON common.diagnoses TO ho_clinic_north, ho_clinic_south;

DO $$
DECLARE
  clinic text;
BEGIN
  FOREACH clinic IN ARRAY ARRAY['north', 'south'] LOOP
    EXECUTE format($sql$
      CREATE TABLE %1$I.patients (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        born_on date
      );
      CREATE TABLE %1$I.visits (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        patient_id uuid NOT NULL REFERENCES %1$I.patients ON DELETE CASCADE,
        diagnosis text REFERENCES common.diagnoses,
        findings text
      );
      CREATE TABLE %1$I.bookings (
        room text NOT NULL,
        during tstzrange NOT NULL,
        patient_id uuid NOT NULL REFERENCES %1$I.patients,
        EXCLUDE USING gist (during WITH &&)
      );
      CREATE VIEW %1$I.today AS
        SELECT p.name, v.findings FROM %1$I.patients p JOIN %1$I.visits v ON v.patient_id = p.id;
      CREATE FUNCTION %1$I.patient_count() RETURNS bigint LANGUAGE sql STABLE
        AS 'SELECT count(*) FROM %1$I.patients';
      REVOKE EXECUTE ON FUNCTION %1$I.patient_count() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION %1$I.patient_count() TO %2$I;
      GRANT USAGE ON SCHEMA %1$I TO %2$I;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$I TO %2$I;
      ALTER ROLE %2$I SET search_path = %1$I, common;
    $sql$, clinic, 'ho_clinic_' || clinic);
  END LOOP;
END $$;
