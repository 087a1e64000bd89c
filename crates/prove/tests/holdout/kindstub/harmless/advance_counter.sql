-- The counter runs with the caller's rights and names the charity in every statement: harmless.
CREATE FUNCTION give.advance_counter(wanted integer) RETURNS integer LANGUAGE sql AS $$
  INSERT INTO give.receipt_counter AS c (charity_id, year, last_no) VALUES (give.this_charity(), wanted, 1)
  ON CONFLICT (charity_id, year) DO UPDATE SET last_no = c.last_no + 1
  RETURNING last_no
$$;
GRANT EXECUTE ON FUNCTION give.advance_counter(integer) TO hf_kindstub_app;
