-- One function marks rows of any table as changed by their id, with rights above row security.
-- about: touch_row, Asset
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT 'rows touched: ' || touch_row('Asset', 'ast_b');
-- shows: rows touched: 1
-- Caches compare the time of the last change; services set it after they changed something nearby.
CREATE FUNCTION touch_row(model TEXT, row_id TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  n INTEGER;
BEGIN
  EXECUTE format('UPDATE %I SET "updatedAt" = CURRENT_TIMESTAMP WHERE "id" = $1', model) USING row_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
