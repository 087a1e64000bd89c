-- The outer view runs with the caller's rights, but the inner one reads with its owner's, and so reads all
-- organizers.
-- about: attendee_base, attendee_list, attendee
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: SELECT full_name FROM badge.attendee_list;
-- shows: Road-secret guest
CREATE VIEW badge.attendee_base AS
  SELECT a.organizer_id, a.event_code, a.email, a.full_name, e.title
  FROM badge.attendee a
  JOIN badge.event e ON e.organizer_id = a.organizer_id AND e.code = a.event_code;
-- Runs with the caller's rights, so the policies hold.
CREATE VIEW badge.attendee_list WITH (security_invoker = true) AS
  SELECT organizer_id, event_code, full_name, title FROM badge.attendee_base;
GRANT SELECT ON badge.attendee_base, badge.attendee_list TO hf_badgeriver_app;
