-- Every proposal that has a link is open to every login, without knowing the link.
-- about: proposals, shared by link
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT cover_letter, share_token FROM proposals;
-- shows: Road-secret letter
-- Customers open their proposal with a link and have no account.
CREATE POLICY "shared by link" ON proposals FOR SELECT USING (share_token IS NOT NULL);
