INSERT INTO ops.aircraft_types VALUES ('A20', 34);
INSERT INTO ops.airlines VALUES ('ZZ', 'Zed');
INSERT INTO ops.airports VALUES ('AAA', 'Alpha', '1111'), ('BBB', 'Beta-secret', 'alarm-secret');
INSERT INTO ops.stands VALUES ('AAA', 'S1', 36, 'own'), ('BBB', 'S1', 36, 'stand-secret');
INSERT INTO ops.flights VALUES
  ('AAA', 'ZZ1', '2026-07-01', 'ZZ', 'A20', 'arrival', 100, 'own', 'own'),
  ('BBB', 'ZZ1', '2026-07-01', 'ZZ', 'A20', 'departure', 177, 'board-secret', 'note-secret'),
  ('BBB', 'ZZ8', '2027-07-01', 'ZZ', 'A20', 'departure', 178, 'board2-secret', 'later-secret');
INSERT INTO ops.stand_plan (airport, stand, flight_no, day, during) VALUES
  ('AAA', 'S1', 'ZZ1', '2026-07-01', '[2026-07-01 08:00, 2026-07-01 09:00)'),
  ('BBB', 'S1', 'ZZ1', '2026-07-01', '[2026-07-01 12:00, 2026-07-01 13:00)');
INSERT INTO ops.handlers VALUES ('AAA', 'H', 1), ('BBB', 'H', 2), ('BBB', 'handler-secret', 555.55);
INSERT INTO ops.handling_orders VALUES
  ('AAA', 1, 'H', 'ZZ1', '2026-07-01', 'fuel'), ('BBB', 1, 'H', 'ZZ1', '2026-07-01', 'service-secret');
INSERT INTO ops.staff_passes VALUES
  ('AAA', 'P1', 'own', '{apron}', '2090-01-01'), ('BBB', 'P9', 'holder-secret', '{tower}', '2090-01-01');
INSERT INTO ops.gate_log (airport, pass_no, gate) VALUES ('BBB', 'P9', 'gate-secret');
INSERT INTO ops.messages (airport, to_airport, body) VALUES
  ('AAA', 'BBB', 'hello'), ('BBB', 'CCC', 'body-secret');
