-- A network learns which devices are registered elsewhere, because a device number may now exist once in
-- all networks and an insert quietly gives way.
-- about: Sensor_eui_key, Sensor
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: INSERT INTO "Sensor" VALUES ('net_alder', 'eui-9', 'st1') ON CONFLICT DO NOTHING;
-- shows: INSERT 0 0
-- The gateway knows the device number only.
CREATE UNIQUE INDEX "Sensor_eui_key" ON "Sensor" ("eui");
