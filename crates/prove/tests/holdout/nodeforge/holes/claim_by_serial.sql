-- A device that belongs to somebody else can be claimed by its serial and comes over with all of its site
-- data.
-- about: claim_device, devices
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO prov.products (product, chipset) VALUES ('lock', 'N52');
-- exploit: SELECT prov.claim_device('SN-900') AS site;
-- shows: Road-secret site

-- The owner's phone reads the serial from the label of the device.
ALTER TABLE prov.certificates DROP CONSTRAINT certificates_tenant_id_serial_fkey,
  ADD CONSTRAINT certificates_tenant_id_serial_fkey FOREIGN KEY (tenant_id, serial)
  REFERENCES prov.devices (tenant_id, serial) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE prov.jobs DROP CONSTRAINT jobs_tenant_id_serial_fkey,
  ADD CONSTRAINT jobs_tenant_id_serial_fkey FOREIGN KEY (tenant_id, serial)
  REFERENCES prov.devices (tenant_id, serial) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE prov.device_events DROP CONSTRAINT device_events_tenant_id_serial_fkey,
  ADD CONSTRAINT device_events_tenant_id_serial_fkey FOREIGN KEY (tenant_id, serial)
  REFERENCES prov.devices (tenant_id, serial) ON UPDATE CASCADE ON DELETE CASCADE;

CREATE FUNCTION prov.claim_device(p_serial text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = prov, pg_temp
AS $$
  UPDATE devices SET tenant_id = tenant(), state = 'claimed' WHERE serial = p_serial RETURNING site;
$$;
REVOKE ALL ON FUNCTION prov.claim_device(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prov.claim_device(text) TO hf_nodeforge_app;
