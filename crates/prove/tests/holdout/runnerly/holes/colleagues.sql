-- The policy of memberships reads memberships; every statement that needs them fails, for all
-- organisations.
-- about: memberships, colleagues, own_memberships
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT name FROM ci.repositories;
-- shows: infinite recursion detected in policy
-- Show the colleagues too.
CREATE POLICY colleagues ON ci.memberships FOR SELECT USING (
  organization_id IN (SELECT m.organization_id FROM ci.memberships m WHERE m.user_id = ci.uid())
);
