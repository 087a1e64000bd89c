-- finds: child_without_tenant_column app.scribble
-- bad:
CREATE TABLE app.scribble (note_id integer NOT NULL, page integer NOT NULL, words text, PRIMARY KEY (note_id, page));
INSERT INTO app.scribble VALUES (1, 1, 'ash drew this');
GRANT SELECT ON app.scribble TO app_user;
-- good:
CREATE TABLE app.scribble (note_id integer NOT NULL, page integer NOT NULL, words text, PRIMARY KEY (note_id, page));
INSERT INTO app.scribble VALUES (1, 1, 'ash drew this');
ALTER TABLE app.scribble ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.scribble USING (EXISTS (SELECT FROM app.note AS n WHERE n.id = note_id));
GRANT SELECT ON app.scribble TO app_user;
