-- A materialized view can have no row security, and this one is granted: every school reads all turnovers.
-- about: turnover, bookings
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: SELECT school, total FROM turnover;
-- shows: 4321
CREATE MATERIALIZED VIEW turnover AS
  SELECT b.school, l.course, sum(b.paid) AS total, count(*) AS seats
  FROM bookings b
  JOIN lessons l ON l.school = b.school AND l.nr = b.lesson
  GROUP BY b.school, l.course;
CREATE UNIQUE INDEX ON turnover (school, course);
GRANT SELECT ON turnover TO hf_skischool_app;
