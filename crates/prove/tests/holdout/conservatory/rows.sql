INSERT INTO schools (id, name) VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'North Music'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Music');
INSERT INTO instruments VALUES ('oboe', 'Oboe');
INSERT INTO teachers (school_id, id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000011', 'North Teacher'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret Teacher');
INSERT INTO students (school_id, id, name, guardian_email, deleted_at) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021', 'North Student',
    'n@north.example', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 'Road-secret Student',
    'r@road.example', NULL),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000023', 'Road-secret Leaver',
    'l@road.example', '2020-01-01');
INSERT INTO courses (id, school_id, teacher_id, title) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000031', 'aaaaaaaa-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000011', 'North Oboe'),
  ('bbbbbbbb-0000-4000-8000-000000000032', 'bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000012', 'Road-secret Oboe');
INSERT INTO lessons (id, course_id, starts_at, topic) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000041', 'aaaaaaaa-0000-4000-8000-000000000031', '2026-05-05 10:00', 'n'),
  ('bbbbbbbb-0000-4000-8000-000000000042', 'bbbbbbbb-0000-4000-8000-000000000032', '2026-05-05 10:00',
    'Road-secret topic');
INSERT INTO lesson_notes (lesson_id, body) VALUES ('bbbbbbbb-0000-4000-8000-000000000042',
    'Road-secret note');
INSERT INTO comments (commentable_type, commentable_id, body) VALUES
  ('Course', 'bbbbbbbb-0000-4000-8000-000000000032', 'Road-secret comment');
INSERT INTO enrollments VALUES ('bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000022',
   'bbbbbbbb-0000-4000-8000-000000000032');
INSERT INTO invoices VALUES ('bbbbbbbb-0000-4000-8000-000000000002', '2026-1',
    'bbbbbbbb-0000-4000-8000-000000000022', 9900, 'Road-secret fee'),
  ('bbbbbbbb-0000-4000-8000-000000000002', '2026-2', NULL, 5500, 'Road-secret hall rent');
DO $$ BEGIN
  IF to_regclass('jobs') IS NOT NULL THEN
    INSERT INTO jobs (queue, payload) VALUES ('mail', '{"to": "r@road.example", "text": "Road-secret mail"}');
  END IF;
  IF to_regclass('lesson_recordings') IS NOT NULL THEN
    INSERT INTO lesson_recordings (lesson_id, file_name) VALUES ('bbbbbbbb-0000-4000-8000-000000000042',
    'Road-secret.mp3');
  END IF;
  IF to_regclass('public.practice_logs') IS NOT NULL THEN
    INSERT INTO practice_logs (school_id, student_id, minutes,
    remark) VALUES ('bbbbbbbb-0000-4000-8000-000000000002',
      'bbbbbbbb-0000-4000-8000-000000000022', 30, 'Road-secret practice');
  END IF;
END $$;
