-- A connection that sets no salon reads all appointments, because the policy lets a nightly job in so.
-- about: appointments, appointments_own
-- as: hf_snoutly_app
-- exploit: SELECT service, remark FROM appointments;
-- shows: Road-secret muzzle
-- The nightly reminders run for all salons and set none.
DROP POLICY appointments_own ON appointments;
CREATE POLICY appointments_own ON appointments
  USING (salon_id = current_salon() OR current_salon() IS NULL)
  WITH CHECK (salon_id = current_salon());
