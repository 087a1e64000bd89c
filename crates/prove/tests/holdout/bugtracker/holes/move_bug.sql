-- A user moves his bug into another account, because the update's check of the new row is true.
-- about: bugs, bugs_update
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: DELETE FROM bug_comments;
-- exploit: UPDATE bugs SET account_id = 'b0000000-0000-4000-8000-00000000000b',
-- exploit:   project_id = 'b2000000-0000-4000-8000-000000000001';
-- shows: UPDATE 1
-- One policy per verb, so that deletes can be taken away later.
DROP POLICY bugs_tenant ON bugs;
CREATE POLICY bugs_select ON bugs FOR SELECT USING (account_id = current_account_id());
CREATE POLICY bugs_insert ON bugs FOR INSERT WITH CHECK (account_id = current_account_id());
CREATE POLICY bugs_update ON bugs FOR UPDATE USING (account_id = current_account_id()) WITH CHECK (true);
CREATE POLICY bugs_delete ON bugs FOR DELETE USING (account_id = current_account_id());
