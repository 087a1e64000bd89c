-- The search with the rights of whoever asks: the policy on the submissions narrows it to the companies.
CREATE FUNCTION wf.search_answers(part jsonb) RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY INVOKER
AS $$ SELECT answers FROM wf.submissions WHERE answers @> part $$;
