-- The application asks for the number of any company: it learns how many payments there are and uses one up.
-- about: next_payment_no, payment_counters
-- as: hf_treasury_app
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT tre.next_payment_no('b0000000-0000-4000-8000-000000000001');
-- shows: 902
-- Batch imports number payments for a company that is given by the file.
CREATE FUNCTION tre.next_payment_no(for_company uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO tre.payment_counters AS c (company_id, last_no) VALUES (for_company, 1)
  ON CONFLICT (company_id) DO UPDATE SET last_no = c.last_no + 1
  RETURNING last_no
$$;
REVOKE ALL ON FUNCTION tre.next_payment_no(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tre.next_payment_no(uuid) TO hf_treasury_app;
