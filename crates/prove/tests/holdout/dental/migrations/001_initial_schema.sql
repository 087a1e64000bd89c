-- Dental practices. The user of the token works for the practices that dental.staff names, while active.
CREATE ROLE hf_dental_app LOGIN;
CREATE SCHEMA dental;
CREATE SCHEMA dental_private;
GRANT USAGE ON SCHEMA dental TO hf_dental_app;

CREATE TABLE dental.procedure_codes (code text PRIMARY KEY, label text NOT NULL);
CREATE TABLE dental.practices (
  practice_id bigint PRIMARY KEY,
  title text NOT NULL,
  licence text
);
CREATE TABLE dental.staff (
  practice_id bigint NOT NULL REFERENCES dental.practices ON DELETE CASCADE,
  user_id text NOT NULL CHECK (user_id <> ''),
  duty text NOT NULL DEFAULT 'assistant',
  colour text,
  PRIMARY KEY (practice_id, user_id)
);
CREATE TABLE dental.profiles (
  user_id text PRIMARY KEY CHECK (user_id <> ''),
  display_name text,
  locale text NOT NULL DEFAULT 'en'
);
CREATE TABLE dental.patients (
  practice_id bigint NOT NULL REFERENCES dental.practices ON DELETE CASCADE,
  patient_no int NOT NULL,
  name text NOT NULL,
  insurance_no text,
  archived boolean NOT NULL DEFAULT false,
  PRIMARY KEY (practice_id, patient_no),
  UNIQUE (practice_id, insurance_no)
);
CREATE TABLE dental.charts (
  practice_id bigint NOT NULL,
  patient_no int NOT NULL,
  tooth int NOT NULL CHECK (tooth BETWEEN 11 AND 48),
  entry text NOT NULL,
  PRIMARY KEY (practice_id, patient_no, tooth),
  FOREIGN KEY (practice_id, patient_no) REFERENCES dental.patients ON DELETE CASCADE
);
CREATE TABLE dental.appointments (
  practice_id bigint NOT NULL,
  appointment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_no int NOT NULL,
  starts_at timestamptz NOT NULL,
  dentist text,
  reason text,
  PRIMARY KEY (practice_id, appointment_id),
  FOREIGN KEY (practice_id, patient_no) REFERENCES dental.patients ON DELETE CASCADE
) PARTITION BY LIST (practice_id);
CREATE TABLE dental_private.appointments_all PARTITION OF dental.appointments DEFAULT;
CREATE TABLE dental.treatments (
  practice_id bigint NOT NULL,
  treatment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_no int NOT NULL,
  code text NOT NULL REFERENCES dental.procedure_codes,
  fee numeric(8, 2) NOT NULL DEFAULT 0,
  remark text,
  PRIMARY KEY (practice_id, treatment_id),
  FOREIGN KEY (practice_id, patient_no) REFERENCES dental.patients ON DELETE CASCADE
);
CREATE TABLE dental.referrals (
  practice_id bigint NOT NULL,
  referral_id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_no int NOT NULL,
  letter text NOT NULL,
  PRIMARY KEY (practice_id, referral_id),
  FOREIGN KEY (practice_id, patient_no) REFERENCES dental.patients ON DELETE CASCADE
);
CREATE TABLE dental.recall_queue (
  practice_id bigint NOT NULL,
  patient_no int NOT NULL,
  due date NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (practice_id, patient_no, due),
  FOREIGN KEY (practice_id, patient_no) REFERENCES dental.patients ON DELETE CASCADE
);

CREATE FUNCTION dental.who() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub', '')
$$;
-- The practices of the user, past the policies: those of staff itself use it, too.
CREATE FUNCTION dental.my_practices() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = dental, pg_temp AS $$
  SELECT coalesce(array_agg(s.practice_id), '{}') FROM dental.staff s WHERE s.user_id = dental.who()
$$;
REVOKE ALL ON FUNCTION dental.my_practices() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dental.my_practices() TO hf_dental_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dental.practices', 'dental.staff', 'dental.patients', 'dental.charts',
      'dental.appointments', 'dental_private.appointments_all', 'dental.treatments', 'dental.referrals',
      'dental.recall_queue'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_of_practice ON %s TO hf_dental_app
      USING (practice_id = ANY (dental.my_practices())) WITH CHECK (practice_id = ANY
        (dental.my_practices()))', t);
  END LOOP;
END $$;
ALTER TABLE dental.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE dental.profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY own_profile ON dental.profiles TO hf_dental_app
  USING (user_id = dental.who()) WITH CHECK (user_id = dental.who());
GRANT SELECT, INSERT, UPDATE ON dental.profiles TO hf_dental_app;
GRANT SELECT ON dental.procedure_codes, dental.practices, dental.staff, dental.recall_queue TO hf_dental_app;
GRANT UPDATE (duty, colour) ON dental.staff TO hf_dental_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON dental.patients, dental.charts, dental.appointments,
  dental.treatments,
  dental.referrals TO hf_dental_app;

-- A treatment puts the patient on the recall list of the same practice.
CREATE FUNCTION dental.plan_recall() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = dental, pg_temp AS $$
BEGIN
  INSERT INTO dental.recall_queue VALUES (NEW.practice_id, NEW.patient_no, current_date + 180, NEW.code)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION dental.plan_recall() FROM PUBLIC;
CREATE TRIGGER plan_recall AFTER INSERT ON dental.treatments
  FOR EACH ROW EXECUTE FUNCTION dental.plan_recall();
CREATE VIEW dental.day_list WITH (security_invoker = true) AS
  SELECT a.practice_id, a.starts_at, p.name, a.reason
  FROM dental.appointments a JOIN dental.patients p USING (practice_id, patient_no)
  WHERE NOT p.archived;
GRANT SELECT ON dental.day_list TO hf_dental_app;
