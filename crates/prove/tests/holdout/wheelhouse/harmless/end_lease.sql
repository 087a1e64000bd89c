-- The check and the change both name the lessor.
CREATE FUNCTION end_lease(p_lease TEXT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  n BIGINT;
BEGIN
  UPDATE "Lease" SET "status" = 'ENDED' WHERE "id" = p_lease AND "lessorId" = current_lessor();
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n = 0 THEN
    RAISE EXCEPTION 'no such lease';
  END IF;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION end_lease(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_lease(TEXT) TO hf_wheelhouse_app;
