-- The trigger runs with its owner's rights, but names the operator of the event, which the policy has
-- checked.
CREATE FUNCTION lock.apply_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE lock.parcels SET state = NEW.what
    WHERE operator_id = NEW.operator_id AND nr = NEW.parcel_nr;
  RETURN NULL;
END
$$;
CREATE TRIGGER apply_event AFTER INSERT ON lock.events
  FOR EACH ROW EXECUTE FUNCTION lock.apply_event();
