-- Anyone reads all open invitations with addresses and codes, because the page for them needs no account.
-- about: invites, invites_open
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT email FROM kb.invites WHERE code IS NOT NULL;
-- shows: Road-secret@road.test
-- The page of an invitation shows who invites, before the person has an account.
ALTER TABLE kb.invites ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE kb.invites ADD COLUMN accepted_at timestamptz;
CREATE POLICY invites_open ON kb.invites FOR SELECT USING (accepted_at IS NULL);
