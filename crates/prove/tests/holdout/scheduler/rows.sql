INSERT INTO sched.regions VALUES ('north');
INSERT INTO sched.accounts VALUES ('elm', 'Elm', 5), ('elm-lane', 'Lane-secret', 9);
INSERT INTO sched.calendars VALUES ('elm', 'main', 'UTC'), ('elm-lane', 'main', 'UTC');
INSERT INTO sched.bookings (account, calendar, room, during, purpose) VALUES
  ('elm', 'main', 'hall', '[2026-05-01,2026-05-02)', 'own'),
  ('elm-lane', 'main', 'hall', '[2026-06-01,2026-06-02)', 'purpose-secret');
INSERT INTO sched.jobs (account, job, calendar, command, region) VALUES
  ('elm', 'mail', 'main', 'send', 'north'), ('elm-lane', 'backup', 'main', 'dump-secret', 'north');
INSERT INTO sched.job_secrets VALUES
  ('elm', 'mail', 'KEY', 'own'), ('elm-lane', 'backup', 'KEY', 'value-secret');
INSERT INTO sched.runs (account, job, run_no, state, due_at, output) VALUES
  ('elm', 'mail', 1, 'done', '2026-01-02', 'ok'), ('elm-lane', 'backup', 1, 'waiting', '2026-01-01',
   'out-secret'),
  ('elm-lane', 'backup', 2, 'failed', '2026-01-01', 'reason-secret');
INSERT INTO sched.workers VALUES ('elm', 'w1', NULL, 'h'), ('elm-lane', 'w9', NULL, 'hash-secret');
