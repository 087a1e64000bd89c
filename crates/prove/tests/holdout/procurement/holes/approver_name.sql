-- Approvers see what they approved, by their name from a second setting, which nobody ties to the company.
-- about: approvals, approver_rows
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: SET proc.approver = 'boss';
-- exploit: SELECT comment FROM proc.approvals;
-- shows: comment-secret
CREATE POLICY approver_rows ON proc.approvals FOR SELECT TO hf_procurement_app
  USING (approver = current_setting('proc.approver', true));
