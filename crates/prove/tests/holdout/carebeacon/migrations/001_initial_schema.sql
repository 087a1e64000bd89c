-- Telehealth for many clinics: each row of a clinic carries its clinic_id.
CREATE ROLE hf_carebeacon_app LOGIN;
CREATE ROLE hf_carebeacon_support NOLOGIN BYPASSRLS;

CREATE SCHEMA care;
GRANT USAGE ON SCHEMA care TO hf_carebeacon_app, hf_carebeacon_support;

-- Empty or unset means no clinic at all.
CREATE FUNCTION care.current_clinic() RETURNS uuid
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.clinic_id', true), '')::uuid $$;

CREATE TABLE care.clinics (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'basic'
);

CREATE TABLE care.drugs (code text PRIMARY KEY, label text NOT NULL);

CREATE TABLE care.clinicians (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE care.patients (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, email)
);

-- Visits by year; nobody but the owner reaches a partition directly.
CREATE TABLE care.visits (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  held_on date NOT NULL,
  complaint text NOT NULL,
  status text NOT NULL DEFAULT 'waiting',
  PRIMARY KEY (clinic_id, id, held_on),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES care.patients (clinic_id, id)
) PARTITION BY RANGE (held_on);
CREATE TABLE care.visits_2025 PARTITION OF care.visits
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE care.visits_default PARTITION OF care.visits DEFAULT;

CREATE TABLE care.visit_notes (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES care.patients (clinic_id, id)
);

CREATE TABLE care.prescriptions (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  rx_no text NOT NULL,
  patient_id uuid NOT NULL,
  drug_code text NOT NULL REFERENCES care.drugs,
  dosage text NOT NULL,
  renews_rx text,
  PRIMARY KEY (clinic_id, rx_no),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES care.patients (clinic_id, id)
);

CREATE TABLE care.documents (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  content text NOT NULL,
  share_code text,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE care.reminder_jobs (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  phone text NOT NULL,
  message text NOT NULL,
  locked_by text,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE care.audit_events (
  clinic_id uuid NOT NULL REFERENCES care.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT now(),
  detail text NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clinicians', 'patients', 'visits', 'visit_notes', 'prescriptions', 'documents',
    'reminder_jobs', 'audit_events'] LOOP
    EXECUTE format('ALTER TABLE care.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE care.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON care.%I USING (clinic_id = care.current_clinic())
      WITH CHECK (clinic_id = care.current_clinic())', t || '_clinic', t);
  END LOOP;
END $$;

ALTER TABLE care.clinics ENABLE ROW LEVEL SECURITY;
ALTER TABLE care.clinics FORCE ROW LEVEL SECURITY;
CREATE POLICY clinics_own ON care.clinics USING (id = care.current_clinic());

CREATE VIEW care.waiting_room WITH (security_invoker = true) AS
  SELECT v.clinic_id, v.held_on, p.full_name
  FROM care.visits v
  JOIN care.patients p ON p.clinic_id = v.clinic_id AND p.id = v.patient_id
  WHERE v.status = 'waiting';

GRANT SELECT ON care.clinics, care.drugs, care.waiting_room TO hf_carebeacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON care.clinicians, care.patients, care.visits, care.visit_notes,
  care.prescriptions, care.documents, care.reminder_jobs TO hf_carebeacon_app;
GRANT SELECT, INSERT ON care.audit_events TO hf_carebeacon_app;
GRANT SELECT ON care.patients, care.visits, care.audit_events TO hf_carebeacon_support;
