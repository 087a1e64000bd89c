-- finds: policy_permissive_or app.label
-- bad:
-- Labels have no tenant; a note carries them. A second policy shows those of others as well.
CREATE TABLE app.label (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.note_label (
  note_id integer NOT NULL REFERENCES app.note, label_id integer NOT NULL REFERENCES app.label,
  PRIMARY KEY (note_id, label_id));
INSERT INTO app.label VALUES (1, 'ash'), (2, 'bulkhead_probe_b birch'), (3, 'both'), (4, 'nobody');
INSERT INTO app.note_label VALUES (1, 1), (2, 2), (1, 3), (2, 3);
ALTER TABLE app.label ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.note_label ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.note_label USING (EXISTS (SELECT FROM app.note AS n WHERE n.id = note_id));
CREATE POLICY fence ON app.label USING (EXISTS (SELECT FROM app.note_label AS l WHERE l.label_id = id));
CREATE POLICY named ON app.label FOR SELECT USING (name <> 'nobody');
GRANT SELECT ON app.label, app.note_label TO app_user, reporter;
-- good:
-- What both have a link to is seen by both.
CREATE TABLE app.label (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.note_label (
  note_id integer NOT NULL REFERENCES app.note, label_id integer NOT NULL REFERENCES app.label,
  PRIMARY KEY (note_id, label_id));
INSERT INTO app.label VALUES (1, 'ash'), (2, 'bulkhead_probe_b birch'), (3, 'both'), (4, 'nobody');
INSERT INTO app.note_label VALUES (1, 1), (2, 2), (1, 3), (2, 3);
ALTER TABLE app.label ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.note_label ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.note_label USING (EXISTS (SELECT FROM app.note AS n WHERE n.id = note_id));
CREATE POLICY fence ON app.label USING (EXISTS (SELECT FROM app.note_label AS l WHERE l.label_id = id));
GRANT SELECT ON app.label, app.note_label TO app_user, reporter;
