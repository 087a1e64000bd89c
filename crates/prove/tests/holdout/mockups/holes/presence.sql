-- The table of who is where has no row level security, and it repeats the last note of every user.
-- about: presence, touch_presence
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT last_note FROM design.presence;
-- shows: Road-secret pin
-- Live cursors: one short-lived row a user and design.
CREATE UNLOGGED TABLE design.presence (
  team_id uuid NOT NULL,
  design_id uuid NOT NULL,
  user_id uuid NOT NULL,
  last_note text,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (team_id, design_id, user_id)
);
CREATE FUNCTION design.touch_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO design.presence VALUES (NEW.team_id, NEW.design_id, NEW.author_id, NEW.note)
  ON CONFLICT (team_id, design_id, user_id) DO UPDATE SET last_note = EXCLUDED.last_note, seen_at = now();
  RETURN NULL;
END $$;
CREATE TRIGGER touch_presence AFTER INSERT ON design.pins
  FOR EACH ROW EXECUTE FUNCTION design.touch_presence();
GRANT SELECT, INSERT, UPDATE, DELETE ON design.presence TO hf_mockups_app;
