-- Any session may say that it is support, and then reads the staff of every clinic.
-- about: Staff, Staff_support
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SET app.is_support = 'true';
-- exploit: SELECT "fullName" FROM "Staff";
-- shows: Road-secret nurse
CREATE POLICY "Staff_support" ON "Staff" FOR SELECT
  USING (current_setting('app.is_support', true) = 'true');
