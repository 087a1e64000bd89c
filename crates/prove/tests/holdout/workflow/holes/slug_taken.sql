-- Anyone asks which companies are customers: the function completes a beginning to the slug that is taken.
-- about: slug_taken, companies
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT wf.slug_taken('Ro');
-- shows: Road-secret-slug
-- The form for a new company tells at once that a slug is taken.
CREATE FUNCTION wf.slug_taken(typed text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT slug FROM wf.companies WHERE starts_with(slug, typed) ORDER BY slug LIMIT 1 $$;
GRANT EXECUTE ON FUNCTION wf.slug_taken(text) TO hf_workflow_app;
