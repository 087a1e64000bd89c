INSERT INTO lift.firms VALUES (11, 'Alder lifts'), (22, 'Road-secret lifts');
INSERT INTO lift.inspectors VALUES (11, 'I-1', 'Ada'), (22, 'I-1', 'Road-secret inspector');
INSERT INTO lift.sites VALUES (11, 1, 'Low road'), (22, 1, 'Road-secret site');
INSERT INTO lift.lifts VALUES (11, 'S-100', 1, 'Hoist'), (22, 'S-900', 1, 'Road-secret maker');
INSERT INTO lift.inspections VALUES (11, 1, 'S-100', 'good'), (22, 1, 'S-900', 'Road-secret result');
INSERT INTO lift.photos VALUES (11, 1, 1, 'rope'), (22, 1, 1, 'Road-secret photo');
INSERT INTO lift.defects VALUES (11, 1, 'S-100', 'note', 'dust'),
  (22, 1, 'S-900', 'stop', 'Road-secret defect');
INSERT INTO lift.certificates VALUES (11, 'CE-1', 'Low road'), (22, 'CE-9', 'Road-secret holder');
INSERT INTO lift.notifications VALUES (11, 1, 'I-1', 'come in'), (22, 1, 'I-1', 'Road-secret notice');
