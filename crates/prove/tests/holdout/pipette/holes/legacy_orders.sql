-- A login reads orders moved from the old system whatever their laboratory, until somebody has sorted them.
-- about: orders, orders_legacy
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: SELECT note FROM lims.orders;
-- shows: Road-secret suspicion
CREATE POLICY orders_legacy ON lims.orders FOR SELECT USING (legacy_no IS NOT NULL AND state = 'placed');
