-- The statement takes an argument but compares it with the charity of the session as well: harmless.
CREATE FUNCTION give.own_statement(charity integer) RETURNS TABLE (donor text, total numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = give, pg_temp AS $$
  SELECT d.full_name, sum(g.amount)
  FROM give.donor d JOIN give.donation g USING (charity_id, donor_no)
  WHERE d.charity_id = charity AND d.charity_id = give.this_charity()
  GROUP BY d.full_name
$$;
GRANT EXECUTE ON FUNCTION give.own_statement(integer) TO hf_kindstub_app;
