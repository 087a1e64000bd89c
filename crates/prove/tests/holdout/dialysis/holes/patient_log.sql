-- The log of changes has row level security with a policy for the unit alone, and no unit set shows every
-- network.
-- about: patient_log, patient_log_read, log_patient, patients
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SELECT before->>'full_name' FROM dia.patient_log;
-- shows: Chair-secret patient
CREATE TABLE dia.patient_log (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  network_id uuid NOT NULL REFERENCES dia.networks (id),
  unit_code text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  before jsonb NOT NULL
);
ALTER TABLE dia.patient_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE dia.patient_log FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_log_read ON dia.patient_log FOR SELECT TO hf_dialysis_app
  USING (unit_code = COALESCE(dia.unit(), unit_code));
GRANT SELECT ON dia.patient_log TO hf_dialysis_app;
CREATE FUNCTION dia.log_patient() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = dia, pg_temp
AS $$
BEGIN
  INSERT INTO patient_log (network_id, unit_code, before)
  VALUES (OLD.network_id, OLD.unit_code, to_jsonb(OLD));
  RETURN NULL;
END
$$;
CREATE TRIGGER log_patient AFTER UPDATE ON dia.patients FOR EACH ROW EXECUTE FUNCTION dia.log_patient();
