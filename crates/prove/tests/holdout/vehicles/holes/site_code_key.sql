-- A device hung on a site code that only another organization has is accepted, so its sites can be guessed
-- one by one.
-- about: devices, sites, sites_code_key, devices_site_code_fkey
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: INSERT INTO fleet.devices (org_id, site_code, serial) VALUES ('alpha', 'harbour', 'SN-9');
-- shows: INSERT 0 1
-- Site codes are unique in practice; the foreign key becomes a simple one.
ALTER TABLE fleet.devices DROP CONSTRAINT devices_org_id_site_code_fkey;
ALTER TABLE fleet.sites ADD CONSTRAINT sites_code_key UNIQUE (code);
ALTER TABLE fleet.devices ADD CONSTRAINT devices_site_code_fkey
  FOREIGN KEY (site_code) REFERENCES fleet.sites (code) ON UPDATE CASCADE;
