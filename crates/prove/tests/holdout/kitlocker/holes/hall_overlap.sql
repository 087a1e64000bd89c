-- Overlaps of the main hall are refused over all associations: a refused slot tells of a stranger's booking.
-- about: hall_bookings, main_hall_once
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: INSERT INTO kit.hall_bookings VALUES
-- exploit:   (1, 10, 'Main hall', '[2026-01-06 11:00+00, 2026-01-06 11:30+00)');
-- shows: conflicting key value violates exclusion constraint "main_hall_once"
ALTER TABLE kit.hall_bookings ADD CONSTRAINT main_hall_once
  EXCLUDE USING gist (slot WITH &&) WHERE (hall = 'Main hall');
