INSERT INTO locales VALUES ('en', 'English'), ('no', 'Norwegian');
INSERT INTO organizations VALUES ('north', 'North', 'a@north.test'), ('north-road', 'Road-secret org',
  'b@road.test');
INSERT INTO projects VALUES ('north', 'app', 'App', 'en'), ('north-road', 'merger', 'Road-secret project',
  'en');
INSERT INTO documents VALUES ('north', 'app', 'a.md', NULL), ('north-road', 'merger', 'Road-secret.md', NULL);
INSERT INTO segments (org, id, project, source, target) VALUES
  ('north', 'a0000000-0000-4000-8000-000000000001', 'app', 'Hello', 'Hei'),
  ('north-road', 'b0000000-0000-4000-8000-000000000001', 'merger', 'Road-secret source',
  'Road-secret target');
INSERT INTO glossary_terms VALUES ('north', 'on', 'no', 'paa'), ('north-road', 'Road-secret term', 'no', 'x');
INSERT INTO translators VALUES ('north', 't@north.test', 10), ('north-road', 'Road-secret@road.test', 98765);
INSERT INTO assignments VALUES ('north', 'app', 't@north.test'), ('north-road', 'merger',
  'Road-secret@road.test');
INSERT INTO comments VALUES ('north', 'a0000000-0000-4000-8000-000000000001', 1, 'fine'), ('north-road',
  'b0000000-0000-4000-8000-000000000001', 1, 'Road-secret comment');
