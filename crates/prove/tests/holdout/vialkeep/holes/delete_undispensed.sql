-- The policy for deleting asks only for the state, so one statement deletes open prescriptions of everybody.
-- about: prescriptions, prescriptions_delete
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: DELETE FROM prescriptions;
-- shows: DELETE 2
DROP POLICY prescriptions_own ON prescriptions;
CREATE POLICY prescriptions_select ON prescriptions FOR SELECT USING (pharmacy_id = current_pharmacy());
CREATE POLICY prescriptions_insert ON prescriptions FOR INSERT WITH CHECK (pharmacy_id = current_pharmacy());
CREATE POLICY prescriptions_update ON prescriptions FOR UPDATE
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());
-- What was dispensed must stay on record.
CREATE POLICY prescriptions_delete ON prescriptions FOR DELETE USING (dispensed_at IS NULL);
