INSERT INTO aid.courts VALUES ('C1', 'City court'), ('C2', 'Labour court');
INSERT INTO aid.offices VALUES ('north', 'North aid', '100'), ('south', 'Road-secret aid', '200');
INSERT INTO aid.office_staff VALUES
  ('north', '5a000000-0000-4000-8000-0000000000a1', 'Nora', true),
  ('south', '5b000000-0000-4000-8000-0000000000b1', 'Road-secret Saul', true);
INSERT INTO aid.clients VALUES
  ('north', 1, 'Quiet Client', 'ID-1'),
  ('south', 40, 'Road-secret client', 'ID-4000');
INSERT INTO aid.cases VALUES
  ('north', 1, 1, 'C1', 'Rent', 'open'),
  ('south', 40, 40, 'C2', 'Road-secret matter', 'closed');
INSERT INTO aid.case_parties VALUES
  ('north', 1, 'Landlord Ltd', 'theirs'),
  ('south', 40, 'Road-secret employer', 'theirs');
INSERT INTO aid.documents VALUES
  ('north', 1, 'north/1/lease.txt', '5a000000-0000-4000-8000-0000000000a1', 'lease'),
  ('south', 40, 'south/40/letter.txt', '5b000000-0000-4000-8000-0000000000b1', 'Road-secret letter');
INSERT INTO aid.referrals VALUES
  ('north', 1, 1, 'too far'),
  ('south', 1, 40, 'Road-secret conflict');
INSERT INTO aid.grants_log VALUES ('north', 'city', 1000), ('south', 'Road-secret fund', 777000);
INSERT INTO aid.portal_links (office_id, token, case_no) VALUES ('north', 'tn', 1), ('south', 'ts', 40);
