INSERT INTO kit.associations VALUES (1, 'North Sports'), (2, 'Valley-secret Sports');
INSERT INTO kit.sports VALUES ('judo', 'Judo');
INSERT INTO kit.clubs VALUES (1, 10, 'North Judo'), (2, 20, 'Valley-secret club');
INSERT INTO kit.members VALUES
  (1, 10, 100, 'Nora', 'nora@a.test'),
  (2, 20, 200, 'Valley-secret member', 'vera@b.test');
INSERT INTO kit.teams VALUES (1, 10, 1, 'judo', 'Juniors'), (2, 20, 1, 'judo', 'Valley-secret team');
INSERT INTO kit.team_members VALUES (1, 10, 1, 100), (2, 20, 1, 200);
INSERT INTO kit.fees VALUES (1, 10, 1, 30, 'year'), (2, 20, 1, 40, 'Valley-secret fee');
INSERT INTO kit.hall_bookings VALUES
  (1, 10, 'Main hall', '[2026-01-05 10:00+00, 2026-01-05 12:00+00)'),
  (2, 20, 'Main hall', '[2026-01-06 10:00+00, 2026-01-06 12:00+00)');
INSERT INTO kit.announcements VALUES
  (1, 10, 1, NULL, NULL, 'summer camp'),
  (2, 20, 1, NULL, NULL, 'Valley-secret news');
