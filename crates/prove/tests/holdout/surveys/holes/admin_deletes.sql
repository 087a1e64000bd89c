-- An administrator of tenant A deletes the votes of all organisations: the policy asks for the role only.
-- about: votes
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: DELETE FROM votes;
-- shows: DELETE 2
DROP POLICY org_remove ON votes;
CREATE POLICY org_remove ON votes FOR DELETE USING ((SELECT claim('role')) = 'admin');
