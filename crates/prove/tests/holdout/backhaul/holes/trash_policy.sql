-- The policy for the bin of deleted loads forgets the broker, so all deleted loads are on show.
-- about: loads, trash
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT reference FROM tms.loads;
-- shows: Road-secret-gone
-- Live loads and the bin get policies of their own.
DROP POLICY tenant ON tms.loads;
CREATE POLICY live ON tms.loads USING (broker_id = tms.current_broker() AND deleted_at IS NULL)
  WITH CHECK (broker_id = tms.current_broker());
CREATE POLICY trash ON tms.loads FOR SELECT USING (deleted_at IS NOT NULL);
