-- A person may change the name shown in the own membership, that column only, and the row stays in its
-- company.
GRANT UPDATE (display_name) ON pay.company_members TO hf_gigpurse_app;
CREATE POLICY members_rename ON pay.company_members FOR UPDATE
  USING (user_id = pay.uid()) WITH CHECK (user_id = pay.uid());
