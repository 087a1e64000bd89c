INSERT INTO public_holidays VALUES ('2024-12-25', 'Christmas');
INSERT INTO schools (id, name) VALUES (1, 'Alder School'), (2, 'Road-secret College');
INSERT INTO teachers VALUES
  (1, 1, 'SMI', 'smi@alder.test', 'Smi'), (2, 1, 'SMI', 'hidden@road.test', 'Road-secret Teacher');
INSERT INTO rooms VALUES (1, 1, 'R1', 30), (2, 1, 'Road-secret lab', 20);
INSERT INTO subjects VALUES (1, 1, 'Maths'), (2, 1, 'Road-secret craft');
INSERT INTO school_classes VALUES (1, 1, '5a'), (2, 1, 'Road-secret 6b');
INSERT INTO pupils VALUES (1, 1, 1, 'Ann', NULL), (2, 7, 1, 'Road-secret Pupil', 1);
INSERT INTO lessons VALUES
  (1, 1, 1, 1, 1, 1, 1, 1, 'Bring rulers'),
  (2, 1, 1, 1, 1, 1, 1, 1, 'Road-secret remark'),
  (2, 2, 1, 1, 1, 1, 2, 1, 'Road-secret second');
INSERT INTO substitutions VALUES
  (1, 1, 1, '2024-03-01', 'Ill', '2024-02-28'), (2, 1, 1, '2024-03-01', 'Road-secret illness', NULL);
INSERT INTO absences VALUES
  (1, 1, 1, '2024-03-01', '2024-03-02', 'Flu'), (2, 1, 1, '2024-03-01', '2024-03-02', 'Road-secret surgery');
INSERT INTO calendar_feeds VALUES (1, 1, 1, 'Smi'), (2, 2, 1, 'Road-secret feed');
