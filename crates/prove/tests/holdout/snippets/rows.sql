INSERT INTO snip.companies VALUES ('hill', 'Hill'), ('road', 'Road-secret company');
INSERT INTO snip.people VALUES
  ('hill', 'ann', 'ann@hill.example'), ('road', 'bob', 'bob@road-secret.example');
INSERT INTO snip.collections VALUES ('hill', 'Hill things'), ('road', 'Road-secret things');
INSERT INTO snip.snippets (company, name, author, collection, visibility, body) VALUES
  ('hill', 'hello', 'ann', 'Hill things', 'company', 'SELECT 1'),
  ('road', 'deploy', 'bob', 'Road-secret things', 'company', 'password Road-secret-body'),
  ('road', 'page', 'bob', NULL, 'public', 'Road-secret-page');
INSERT INTO snip.stars VALUES ('road', 'deploy', 'bob');
INSERT INTO snip.tokens VALUES ('hill', 'ann', 'hill-digest'), ('road', 'bob', 'Road-secret-digest');
INSERT INTO snip.jobs VALUES
  ('hill', 'index', '{}', false), ('road', 'reindex', '{"path": "Road-secret/path"}', false);
