-- The policy for updates does not ask for the operator: an update without a condition waives the fines of
-- all.
-- about: fines
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: UPDATE park.fines SET state = 'waived';
-- shows: UPDATE 2
-- Paid fines must not change any more; the read policy keeps the operators apart.
DROP POLICY operator_rows ON park.fines;
CREATE POLICY fines_read ON park.fines FOR SELECT USING (operator_id = park.operator());
CREATE POLICY fines_add ON park.fines FOR INSERT WITH CHECK (operator_id = park.operator());
CREATE POLICY fines_change ON park.fines FOR UPDATE USING (state = 'open') WITH CHECK (state <> 'open');
CREATE POLICY fines_drop ON park.fines FOR DELETE USING (operator_id = park.operator() AND state = 'waived');
