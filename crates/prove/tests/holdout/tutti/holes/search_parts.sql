-- Who names other ensembles in the list gets their works, because the function trusts the list.
-- about: search_works, library_work
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: SELECT title, note FROM search_works('night', '{31,62}');
-- shows: Road-secret premiere
-- A person may belong to several ensembles; the view in the application passes their ids.
CREATE FUNCTION search_works(p_text text, p_ensembles bigint[]) RETURNS SETOF "library_work"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT * FROM "library_work" WHERE "title" ILIKE '%' || p_text || '%' AND "ensemble_id" = ANY (p_ensembles)
$$;
REVOKE ALL ON FUNCTION search_works(text, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_works(text, bigint[]) TO hf_tutti_app;
