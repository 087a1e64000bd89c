INSERT INTO "Country" VALUES ('NO', 'Norway');
INSERT INTO "School" VALUES ('sch_north', 'North', 'NO'), ('sch_road', 'Road-secret school', 'NO');
INSERT INTO "User" VALUES ('sch_north', 'u1', 'ann@north.test', 'Ann', true),
  ('sch_road', 'u2', 'bob@road.test', 'Road-secret Bob', true);
INSERT INTO "Course" ("schoolId", "id", "slug", "title", "status") VALUES
  ('sch_north', 'c1', 'welding', 'Welding', 'PUBLISHED'),
  ('sch_road', 'c2', 'gems', 'Road-secret course', 'DRAFT');
INSERT INTO "Lesson" ("schoolId", "id", "courseId", "title") VALUES
  ('sch_north', 'l1', 'c1', 'Sparks'), ('sch_road', 'l2', 'c2', 'Road-secret lesson');
INSERT INTO "Enrollment" ("schoolId", "courseId", "userId", "note") VALUES
  ('sch_north', 'c1', 'u1', NULL), ('sch_road', 'c2', 'u2', 'Road-secret note');
INSERT INTO "Quiz" VALUES ('sch_north', 'q1', 'c1', '[]'), ('sch_road', 'q2', 'c2',
  '["Road-secret question"]');
INSERT INTO "QuizAttempt" VALUES ('sch_north', 't1', 'q1', 'u1', 5), ('sch_road', 't2', 'q2', 'u2', 77);
INSERT INTO "Invoice" VALUES ('sch_north', 1, 'Ann', 100), ('sch_road', 41, 'Road-secret payer', 900);
