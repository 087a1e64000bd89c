-- Two views, one on the other, and both run with the caller's rights: the policies hold all the way down.
CREATE VIEW badge.attendee_base WITH (security_invoker = true) AS
  SELECT a.organizer_id, a.event_code, a.email, a.full_name, e.title
  FROM badge.attendee a
  JOIN badge.event e ON e.organizer_id = a.organizer_id AND e.code = a.event_code;
CREATE VIEW badge.attendee_list WITH (security_invoker = true) AS
  SELECT organizer_id, event_code, full_name, title FROM badge.attendee_base;
GRANT SELECT ON badge.attendee_base, badge.attendee_list TO hf_badgeriver_app;
