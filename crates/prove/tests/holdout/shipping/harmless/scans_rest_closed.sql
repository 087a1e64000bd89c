-- The default partition with row security and the policy of its parent: nothing shows that is not one's own.
CREATE TABLE ship.scans_default PARTITION OF ship.scans DEFAULT;
ALTER TABLE ship.scans_default ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY sel ON ship.scans_default FOR SELECT USING (ship.visible(shipper_id, depot_no));
GRANT SELECT ON ship.scans_default TO hf_shipping_app, hf_shipping_reporting;
