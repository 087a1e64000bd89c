-- Default privileges open the new history, and it carries a forced policy of its own: each bakery reads its
-- own lines.
ALTER DEFAULT PRIVILEGES IN SCHEMA bread GRANT SELECT, INSERT ON TABLES TO hf_crumbcard_app;
CREATE TABLE bread.card_history (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  card_no text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  was jsonb NOT NULL
);
ALTER TABLE bread.card_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE bread.card_history FORCE ROW LEVEL SECURITY;
CREATE POLICY card_history_own ON bread.card_history TO hf_crumbcard_app
  USING (bakery_id = bread.bakery()) WITH CHECK (bakery_id = bread.bakery());
CREATE FUNCTION bread.keep_card_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bread.card_history (bakery_id, card_no, was) VALUES (NEW.bakery_id, NEW.card_no, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_card_history AFTER INSERT OR UPDATE ON bread.cards
  FOR EACH ROW EXECUTE FUNCTION bread.keep_card_history();
