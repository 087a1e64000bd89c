INSERT INTO resorts VALUES ('n', 'North side');
INSERT INTO schools VALUES ('hill', 'Hill Ski', 'n'), ('hill-road', 'Road-secret Ski', 'n');
INSERT INTO instructors VALUES
  ('hill', 1, 'Hill teacher', '{ski}'),
  ('hill-road', 7, 'Road-secret teacher', '{board}');
INSERT INTO guests VALUES ('hill', 1, 'Hill guest', '2001-01-01', 'none'),
  ('hill-road', 7, 'Road-secret guest', '2002-02-02', 'Road-secret knee');
INSERT INTO courses VALUES
  ('hill', 'a', 'ski', 'Hill course', 100),
  ('hill-road', 'z', 'ski', 'Road-secret course', 4321);
INSERT INTO lessons VALUES ('hill', 1, 'a', 1, '[2026-01-05 09:00+00,2026-01-05 10:00+00)'),
  ('hill-road', 7, 'z', 7, '[2026-01-06 09:00+00,2026-01-06 10:00+00)');
INSERT INTO bookings VALUES ('hill', 1, 1, 100), ('hill-road', 7, 7, 4321);
INSERT INTO gear VALUES ('hill', 'h-ski-1'), ('hill-road', 'Road-secret board');
INSERT INTO gear_loans VALUES ('hill', 'h-ski-1', 1), ('hill-road', 'Road-secret board', 7);
INSERT INTO letter_templates VALUES
  ('hill', 'welcome', 'Hill letter'),
  ('hill-road', 'welcome', 'Road-secret letter');
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_attribute
      WHERE attrelid = 'letter_templates'::regclass AND attname = 'is_stock') THEN
    INSERT INTO letter_templates (school, name, body) VALUES (NULL, 'stock', 'Stock letter');
  END IF;
END
$$;
