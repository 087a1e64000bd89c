-- Serial numbers became unique everywhere, so registering a known one takes over the meter of another
-- utility.
-- about: register_meter, meters, meters_serial
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: SELECT note FROM water.register_meter(77, 1, 'S-900');
-- shows: Road-secret note
-- Meters are sold on between utilities; the serial number of the maker is the real key.
CREATE UNIQUE INDEX meters_serial_number ON water.meters (serial);
CREATE FUNCTION water.register_meter(p_number bigint, p_premise bigint, p_serial text)
  RETURNS water.meters LANGUAGE sql SECURITY DEFINER SET search_path = water, pg_temp
  AS $$
    INSERT INTO water.meters AS m (utility_id, number, premise_number, serial)
      VALUES (water.utility(), p_number, p_premise, p_serial)
      ON CONFLICT (serial) DO UPDATE SET premise_number = EXCLUDED.premise_number
      RETURNING m.*
  $$;
