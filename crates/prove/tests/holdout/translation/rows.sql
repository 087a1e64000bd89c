INSERT INTO tr.languages VALUES ('de', 'German');
INSERT INTO tr.agencies VALUES (10, 'Hill'), (20, 'Road-secret agency');
INSERT INTO tr.people VALUES (10, 'kim', 'Hill Kim', true), (20, 'kim', 'Road-secret Kim', true),
  (20, 'lou', 'Road-secret Lou', false);
INSERT INTO tr.clients VALUES (10, 1, 'Hill client', 0.1), (20, 1, 'Road-secret client', 0.3);
INSERT INTO tr.projects VALUES (10, 'p1', 1, 'Hill manual', false, NULL),
  (20, 'p1', 1, 'Road-secret merger', true, 'lou');
INSERT INTO tr.segments VALUES (10, 'p1', 1, 'Hill text', NULL, 'kim'),
  (20, 'p1', 1, 'Road-secret text', NULL, 'kim');
INSERT INTO tr.memory VALUES (20, md5('good morning'), 'de', 'good morning', 'Road-secret morning');
INSERT INTO tr.comments (agency, author, mentions, body) VALUES (20, 'lou', '{kim}', 'Road-secret comment');
INSERT INTO tr.glossary VALUES (10, 'pump', 'Hill pump'), (20, 'pump', 'Road-secret pump');
