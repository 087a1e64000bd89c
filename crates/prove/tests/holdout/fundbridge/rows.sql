INSERT INTO currencies VALUES ('EUR', 'Euro');
INSERT INTO foundations VALUES (1, 'Ash foundation'), (2, 'Road-secret foundation');
INSERT INTO users VALUES (1, 1, 'a@ash.test'), (2, 1, 'Road-secret@b.test');
INSERT INTO grants (foundation_id, id, purpose) VALUES (1, 1, 'Wells'), (2, 1, 'Road-secret purpose'),
  (2, 2, 'Road-secret second');
INSERT INTO reports (foundation_id, id, grant_id, title, body) VALUES (1, 1, 1, 'First', 'all fine'),
  (2, 1, 1, 'Road-secret report', 'fraudwhistle'), (2, 2, 1, 'Road-secret again', 'audit');
INSERT INTO payments VALUES (1, 1, 1, '2025Q1', 500, 'EUR'), (2, 1, 1, '2025Q1', 900000, 'EUR');
INSERT INTO milestones VALUES (1, 1, 1, 'Dig'), (2, 1, 1, 'Road-secret step');
INSERT INTO versions (foundation_id, item_type, item_id, object) VALUES (1, 'Report', 1, '{"v": 1}'),
  (2, 'Report', 1, '{"v": "Road-secret draft"}');
INSERT INTO joint_reports VALUES (1, 1, 'Ours', '{}'), (2, 1, 'Road-secret joint', '{}');
INSERT INTO notifications VALUES (1, 1, 1, 'hello'), (2, 1, 1, 'Road-secret message');
UPDATE grants SET purpose = purpose || ' (revised)' WHERE foundation_id = 2;
