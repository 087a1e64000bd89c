-- The same comparison, with the token read in place.
DROP POLICY org_read ON votes;
CREATE POLICY org_read ON votes FOR SELECT USING (
  org_id = (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'org_id')::uuid);
