-- The default partition has no row security, and the grants on all tables reach it.
-- about: scans_default
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '42';
-- exploit: INSERT INTO ship.scans VALUES (42, '2031-01-01', 'PB200', 7, 'Basalt' || ' yard');
-- exploit: SET ship.shipper_id = '4';
-- exploit: SELECT place FROM ship.scans_default;
-- shows: Basalt yard
-- Devices with a wrong clock send scans of other years; they are kept until somebody looks at them.
CREATE TABLE ship.scans_default PARTITION OF ship.scans DEFAULT;
GRANT SELECT ON ALL TABLES IN SCHEMA ship TO hf_shipping_app, hf_shipping_reporting;
