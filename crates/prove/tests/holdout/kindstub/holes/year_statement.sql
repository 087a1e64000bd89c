-- The statement takes the charity as an argument and does not compare it with the session.
-- about: year_statement, donor, donation
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT * FROM give.year_statement(2);
-- shows: Harvest-secret donor
CREATE FUNCTION give.year_statement(charity integer) RETURNS TABLE (donor text, total numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = give, pg_temp AS $$
  SELECT d.full_name, sum(g.amount)
  FROM give.donor d JOIN give.donation g USING (charity_id, donor_no)
  WHERE d.charity_id = charity
  GROUP BY d.full_name
$$;
GRANT EXECUTE ON FUNCTION give.year_statement(integer) TO hf_kindstub_app;
