INSERT INTO permits.permit_types VALUES ('BUILD', 'Building', 100), ('TREE', 'Felling a tree', 20);
INSERT INTO permits.cities VALUES (11, 'Lowbridge', 9000), (22, 'Road-secret city', 80000);
INSERT INTO permits.officers VALUES
  (11, 'L-1', 'Olga', '1'),
  (22, 'H-7', 'Road-secret officer', '7');
INSERT INTO permits.applicants VALUES
  (11, 1, 'Ines', 'ines@mail.example', '100'),
  (22, 9, 'Road-secret citizen', 'citizen@mail.example', 'Road-secret phone');
INSERT INTO permits.parcels VALUES (11, 'P1', 'Low street'), (22, 'P9', 'Road-secret street');
INSERT INTO permits.applications VALUES
  (11, 'LB-1', 'TREE', 1, 'P1', 'Old tree', 'filed'),
  (22, 'RC-9', 'BUILD', 9, 'P9', 'Road-secret tower', 'draft');
INSERT INTO permits.steps VALUES (11, 'LB-1', 1, 'seen'), (22, 'RC-9', 1, 'Road-secret step');
INSERT INTO permits.fees VALUES
  (11, 'LB-1', 1, 20, 'felling', false),
  (22, 'RC-9', 1, 5000, 'Road-secret fee', true);
INSERT INTO permits.inspections VALUES
  (11, 'LB-1', '2026-02-01', 'L-1', 'fine'),
  (22, 'RC-9', '2026-02-02', 'H-7', 'Road-secret report');
INSERT INTO permits.attachments VALUES
  (11, 'LB-1', 'tree.txt', 'oak'),
  (22, 'RC-9', 'plan.txt', 'Road-secret plan');
