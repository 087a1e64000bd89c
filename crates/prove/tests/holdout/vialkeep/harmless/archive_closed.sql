-- The archive has its own row security with the same policy: harmless.
CREATE TABLE movements_old (LIKE stock_movements INCLUDING ALL);
ALTER TABLE movements_old ENABLE ROW LEVEL SECURITY;
ALTER TABLE movements_old FORCE ROW LEVEL SECURITY;
CREATE POLICY movements_old_own ON movements_old
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());
GRANT SELECT, INSERT ON movements_old TO hf_vialkeep_app;
