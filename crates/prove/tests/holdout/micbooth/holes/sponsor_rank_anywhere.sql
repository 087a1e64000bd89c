-- A producer of any studio reads every studio's sponsors: the new policy asks for the rank, not for where.
-- about: sponsors, sponsors_read
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT name, fee_cents FROM studio.sponsors;
-- shows: Road-secret sponsor
CREATE POLICY sponsors_read ON studio.sponsors FOR SELECT
  USING (EXISTS (
    SELECT 1 FROM studio.memberships m
    WHERE m.user_id = studio.uid() AND m.rank IN ('producer', 'owner')));
