-- Whoever is auditor in one authority reads the audit entries of all.
-- about: audit_entries, auditors
-- as: hf_procure_app
-- exploit: SET request.user_id = '12';
-- exploit: SELECT detail FROM proc.audit_entries;
-- shows: bid of V2 at 70123
-- Only auditors read the entries from now on.
DROP POLICY colleagues ON proc.audit_entries;
CREATE POLICY auditors ON proc.audit_entries FOR SELECT
  USING (EXISTS (SELECT 1 FROM proc.members m WHERE m.user_id = proc.me() AND m.role = 'auditor'));
