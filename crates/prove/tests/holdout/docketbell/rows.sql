INSERT INTO cal.courts VALUES ('AL-01', 'Alder court'), ('RD-09', 'Road-secret court');
INSERT INTO cal.hearing_kinds VALUES ('plea', 20);
INSERT INTO cal.rooms VALUES ('AL-01', 1, 'Hall'), ('RD-09', 9, 'Road-secret room');
INSERT INTO cal.judges VALUES ('AL-01', 'AA', 'Ada Alder'), ('RD-09', 'RR', 'Road-secret judge');
INSERT INTO cal.cases VALUES ('AL-01', '26-1', 'A v. B', 'fence'),
  ('RD-09', '26-9', 'C v. D', 'Road-secret adoption');
INSERT INTO cal.hearings VALUES
  ('AL-01', 1, '26-1', 1, '[2026-05-01 09:00, 2026-05-01 10:00)', 'BAR-1', 'Fence', true, 4),
  ('RD-09', 9, '26-9', 9, '[2026-05-01 09:00, 2026-05-01 10:00)', 'BAR-9', 'Road-secret hearing', true, 5);
INSERT INTO cal.notices (court_code, hearing_no, body) VALUES ('AL-01', 1, 'come'),
  ('RD-09', 9, 'Road-secret notice');
INSERT INTO cal.feeds (court_code, label) VALUES ('AL-01', 'Press'), ('RD-09', 'Road-secret feed');
INSERT INTO cal.clerk_notes VALUES ('AL-01', 1, 1, 'water'), ('RD-09', 9, 1, 'Road-secret clerk note');
