-- finds: child_without_tenant_column app.line
-- bad:
CREATE TABLE app.line (id integer PRIMARY KEY, note_id integer NOT NULL REFERENCES app.note, text text);
INSERT INTO app.line VALUES (1, 1, 'ash'), (2, 2, 'bulkhead_probe_b line');
GRANT SELECT ON app.line TO app_user;
-- good:
CREATE TABLE app.line (id integer PRIMARY KEY, note_id integer NOT NULL REFERENCES app.note, text text);
INSERT INTO app.line VALUES (1, 1, 'ash'), (2, 2, 'bulkhead_probe_b line');
GRANT SELECT ON app.line TO app_user;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (EXISTS (SELECT FROM app.note AS n WHERE n.id = note_id));
