-- The north clinic refers to patients of the south, so that the south cannot delete them.
-- about: referrals
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: INSERT INTO north.referrals (patient_id) VALUES ('bbbbbbbb-0000-4000-8000-000000000001');
-- shows: INSERT 0 1
CREATE TABLE north.referrals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL REFERENCES south.patients (id)
);
GRANT SELECT, INSERT ON north.referrals TO ho_clinic_north;
