-- The new policy for updates checks the old row only, so a stay can be moved into another harbour.
-- about: stays, stays_update
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: DELETE FROM harbour.bills;
-- exploit: UPDATE harbour.stays SET berth_id = NULL, vessel_id = NULL,
-- exploit: harbour_id = '0b000000-0000-4000-8000-000000000001';
-- shows: UPDATE 1
DROP POLICY own_rows ON harbour.stays;
CREATE POLICY stays_select ON harbour.stays FOR SELECT TO hf_mooring_app
  USING (harbour_id = harbour.current_harbour());
CREATE POLICY stays_insert ON harbour.stays FOR INSERT TO hf_mooring_app
  WITH CHECK (harbour_id = harbour.current_harbour());
CREATE POLICY stays_update ON harbour.stays FOR UPDATE TO hf_mooring_app
  USING (harbour_id = harbour.current_harbour())
  WITH CHECK (leaves IS NULL OR leaves >= arrives);
CREATE POLICY stays_delete ON harbour.stays FOR DELETE TO hf_mooring_app
  USING (harbour_id = harbour.current_harbour());
