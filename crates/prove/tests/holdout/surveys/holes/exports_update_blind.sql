-- Tenant A marks the exports of all organisations: the update policy looks at the state.
-- about: exports
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: UPDATE exports SET state = 'done';
-- shows: UPDATE 1
DROP POLICY org_change ON exports;
CREATE POLICY org_change ON exports FOR UPDATE USING (state = 'waiting') WITH CHECK (true);
