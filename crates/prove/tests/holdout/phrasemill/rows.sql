INSERT INTO tm.languages VALUES ('en', 'English');
INSERT INTO tm.agencies VALUES ('polyglot-east', 'East'), ('polyglot', 'Road-secret agency');
INSERT INTO tm.translators VALUES ('polyglot-east', 'e@east.test', 1), ('polyglot', 'Road-secret@p.test', 9);
INSERT INTO tm.projects VALUES ('polyglot-east', 'site', 'Shop'), ('polyglot', 'site', 'Road-secret client');
INSERT INTO tm.memories VALUES
  ('polyglot-east', 'legal', 'en'), ('polyglot', 'legal', 'en'), ('polyglot', 'marketing', 'en');
INSERT INTO tm.segments VALUES ('polyglot-east', 'legal', 'Hello', 'Hallo', '90'),
  ('polyglot', 'legal', 'Merger plan', 'Road-secret Fusion', '95'),
  ('polyglot', 'marketing', 'Launch', 'Road-secret Start', 'Road-secret unrated');
INSERT INTO tm.memory_shares VALUES ('polyglot', 'legal', 'polyglot-east', now());
INSERT INTO tm.terms VALUES
  ('polyglot-east', 'base', 'cat', 'Katze'), ('polyglot', 'base', 'codename', 'Road-secret term');
INSERT INTO tm.imports VALUES ('polyglot-east', 'a.tmx', 'done'), ('polyglot', 'Road-secret.tmx', 'new');
