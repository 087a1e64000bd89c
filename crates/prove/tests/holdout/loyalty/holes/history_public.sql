-- Support shall see the history: SELECT goes to PUBLIC with a policy for all roles.
-- about: history, support_reads
-- as: hf_loyalty_report
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT row_data FROM history;
-- shows: history-secret
GRANT SELECT ON history TO PUBLIC;
CREATE POLICY support_reads ON history FOR SELECT USING (current_user <> 'hf_loyalty_app');
