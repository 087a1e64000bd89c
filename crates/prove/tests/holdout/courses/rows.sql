-- Rows of two tenants, for the exploits in holes/.
INSERT INTO lms.academies VALUES (1, 'a'), (2, 'b-secret');
INSERT INTO lms.learners VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000001', 'la'),
  (2, 'bbbbbbbb-0000-4000-8000-000000000001', 'lb-secret');
INSERT INTO lms.courses VALUES
  (1, 'C1', 'ca', false),
  (2, 'C1', 'cb-secret', false),
  (2, 'C2', 'cb-open-secret', true);
INSERT INTO lms.lessons VALUES (2, 'C1', 1, 'lesson-secret');
INSERT INTO lms.enrolments VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000001', 'C1'),
  (2, 'bbbbbbbb-0000-4000-8000-000000000001', 'C1');
INSERT INTO lms.certificates VALUES
  (2, 'bbbbbbbb-0000-4000-8000-000000000001', 'C1', 'bbbbbbbb-0000-4000-8000-000000000002');
