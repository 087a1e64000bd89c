-- harmless: auditors read the entries of the authority where they are auditors.
DROP POLICY colleagues ON proc.audit_entries;
CREATE POLICY auditors ON proc.audit_entries FOR SELECT USING (EXISTS (
  SELECT 1 FROM proc.members m
  WHERE m.user_id = proc.me() AND m.role = 'auditor' AND m.authority_id = audit_entries.authority_id));
