-- The policy for deletes asks for the lawyer but not for the firm: lawyer 1 deletes the hours of all
-- lawyers 1.
-- about: time_entries
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SET law.lawyer = '1';
-- exploit: DELETE FROM law.time_entries;
-- shows: DELETE 2
DROP POLICY firm_wall ON law.time_entries;
CREATE POLICY entries_read ON law.time_entries FOR SELECT USING (firm = law.current_firm());
CREATE POLICY entries_add ON law.time_entries FOR INSERT WITH CHECK (firm = law.current_firm());
CREATE POLICY entries_edit ON law.time_entries FOR UPDATE USING (firm = law.current_firm() AND NOT locked);
CREATE POLICY entries_drop ON law.time_entries FOR DELETE
  USING (lawyer_no = law.current_lawyer() AND NOT locked);
