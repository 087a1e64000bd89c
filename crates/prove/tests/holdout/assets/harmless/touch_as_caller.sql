-- The same help for caches with the rights of the caller: row security keeps it within the organization.
CREATE FUNCTION touch_row(row_id TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY INVOKER
AS $$
DECLARE
  n INTEGER;
BEGIN
  UPDATE "Asset" SET "updatedAt" = CURRENT_TIMESTAMP WHERE "id" = row_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
