-- Answers of all companies are searched: the function counts on policies that do not hold for its owner.
-- about: search_answers, submissions
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT wf.search_answers('{"days": 9}');
-- shows: Road-secret reason
-- Search in the answers; row security on the table narrows the result to the company.
CREATE FUNCTION wf.search_answers(part jsonb) RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT answers FROM wf.submissions WHERE answers @> part $$;
ALTER FUNCTION wf.search_answers(jsonb) OWNER TO hf_workflow_definer;
REVOKE ALL ON FUNCTION wf.search_answers(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wf.search_answers(jsonb) TO hf_workflow_app;
