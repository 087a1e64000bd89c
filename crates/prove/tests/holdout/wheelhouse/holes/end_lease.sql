-- Who ends its own lease ends others' of the same number: the check asks for the lessor, the change not.
-- about: end_lease, Lease
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT 'ended ' || end_lease('L-1');
-- shows: ended 2
-- Ends a lease of the caller's; the number of ended leases comes back.
CREATE FUNCTION end_lease(p_lease TEXT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
  n BIGINT;
BEGIN
  PERFORM 1 FROM "Lease" WHERE "id" = p_lease AND "lessorId" = current_lessor();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such lease';
  END IF;
  UPDATE "Lease" SET "status" = 'ENDED' WHERE "id" = p_lease;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION end_lease(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_lease(TEXT) TO hf_wheelhouse_app;
