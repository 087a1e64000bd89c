-- Every invitation that is still open can be read by every organiser, with its token.
-- about: "Invitation"
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT "email", "token" FROM "Invitation";
-- shows: Road-secret token
-- Whoever signs up is not in an organisation yet.
CREATE POLICY "signup" ON "Invitation" FOR SELECT USING ("acceptedAt" IS NULL);
