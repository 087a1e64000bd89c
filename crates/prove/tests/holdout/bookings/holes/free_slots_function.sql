-- The function of free times shows what is taken at the venues of every group, with the notes.
-- about: taken_slots
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT during, note FROM taken_slots('2026-06-02');
-- shows: Road-secret note
-- The widget on the web site calls it.
CREATE FUNCTION taken_slots(on_day date, venue uuid DEFAULT NULL) RETURNS TABLE (during tstzrange, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.during, b.note
  FROM bookings b JOIN resources r ON r.venue_group_id = b.venue_group_id AND r.id = b.resource_id
  WHERE b.during && tstzrange(on_day, on_day + 1) AND (venue IS NULL OR r.venue_id = venue)
$$;
