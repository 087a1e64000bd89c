-- finds: policy_insert_check_weak app.mark
-- bad:
CREATE TABLE app.mark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), holder uuid NOT NULL,
  note_id integer NOT NULL REFERENCES app.note);
INSERT INTO app.mark (holder, note_id) SELECT tenant_id, id FROM app.note WHERE id < 3;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (holder::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.mark TO app_user;
-- good:
ALTER TABLE app.note ADD UNIQUE (tenant_id, id);
CREATE TABLE app.mark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), holder uuid NOT NULL, note_id integer NOT NULL,
  FOREIGN KEY (holder, note_id) REFERENCES app.note (tenant_id, id));
INSERT INTO app.mark (holder, note_id) SELECT tenant_id, id FROM app.note WHERE id < 3;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (holder::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.mark TO app_user;
