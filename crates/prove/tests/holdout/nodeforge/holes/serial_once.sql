-- Serials are unique over all makers, so a refused registration tells that another maker owns the device.
-- about: devices, devices_serial_once
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO prov.devices (serial, product) VALUES ('SN-900', 'lamp');
-- shows: duplicate key value

-- A serial that is printed twice is a fault of the factory.
CREATE UNIQUE INDEX devices_serial_once ON prov.devices (serial) WHERE state <> 'retired';
