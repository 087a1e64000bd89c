-- Alerts can be planted in other organizations, because the check of new rows only wants any organization.
-- about: alerts, alerts_tenant
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: INSERT INTO fleet.alerts (org_id, message) VALUES ('beta', 'all devices are down');
-- shows: INSERT 0 1
-- The rule engine writes alerts in batches.
DROP POLICY alerts_tenant ON fleet.alerts;
CREATE POLICY alerts_tenant ON fleet.alerts
  USING (org_id = fleet.org()) WITH CHECK (org_id IS NOT NULL);
