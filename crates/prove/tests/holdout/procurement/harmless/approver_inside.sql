-- Approvers may be narrowed by a second setting: the policy is restrictive, so it only takes rows away.
CREATE POLICY approver_rows ON proc.approvals AS RESTRICTIVE FOR UPDATE TO hf_procurement_app
  USING (approver = current_setting('proc.approver', true));
