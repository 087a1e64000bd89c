-- Laboratories that log in with a role of their own.

CREATE ROLE hf_laboratory_users NOLOGIN;
CREATE ROLE hf_laboratory_helix LOGIN IN ROLE hf_laboratory_users;
CREATE ROLE hf_laboratory_ovum LOGIN IN ROLE hf_laboratory_users;
CREATE SCHEMA lab;

CREATE TABLE lab.methods (code text PRIMARY KEY, label text NOT NULL);

CREATE TABLE lab.labs (
  lab text PRIMARY KEY,
  login name NOT NULL UNIQUE,
  director text
);
-- The two that are customers from the beginning.
INSERT INTO lab.labs VALUES ('helix', 'hf_laboratory_helix'), ('ovum', 'hf_laboratory_ovum');

CREATE TABLE lab.patients (
  lab text NOT NULL REFERENCES lab.labs,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (lab, id)
);

CREATE TABLE lab.samples (
  lab text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient uuid NOT NULL,
  method text REFERENCES lab.methods,
  PRIMARY KEY (lab, id),
  FOREIGN KEY (lab, patient) REFERENCES lab.patients (lab, id) ON DELETE CASCADE
);

CREATE TABLE lab.results (
  lab text NOT NULL,
  sample uuid NOT NULL,
  analyte text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (lab, sample, analyte),
  FOREIGN KEY (lab, sample) REFERENCES lab.samples (lab, id) ON DELETE CASCADE
);

CREATE TABLE lab.instruments (
  lab text NOT NULL REFERENCES lab.labs,
  serial text NOT NULL,
  calibrated_at timestamptz NOT NULL DEFAULT now(),
  remark text,
  PRIMARY KEY (lab, serial)
);

ALTER TABLE lab.labs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON lab.labs USING (login = current_user);
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['patients', 'samples', 'results', 'instruments'] LOOP
    EXECUTE format('ALTER TABLE lab.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY own ON lab.%I
      USING (lab = (SELECT l.lab FROM lab.labs l WHERE l.login = current_user))$p$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON lab.%I TO hf_laboratory_users', name);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA lab TO hf_laboratory_users;
GRANT SELECT ON lab.methods, lab.labs TO hf_laboratory_users;
