-- Harmless: the trigger of the view changes the row that the caller saw, and has the caller's rights.
CREATE VIEW guest_cards WITH (security_invoker = true) AS
SELECT venue_group_id, id, full_name, phone, blocked FROM guests;
CREATE FUNCTION save_guest_card() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE guests g SET phone = NEW.phone, blocked = NEW.blocked
  WHERE g.venue_group_id = OLD.venue_group_id AND g.id = OLD.id;
  RETURN NEW;
END
$$;
CREATE TRIGGER save_guest_card INSTEAD OF UPDATE ON guest_cards
FOR EACH ROW EXECUTE FUNCTION save_guest_card();
GRANT SELECT, UPDATE ON guest_cards TO hf_bookings_app;
