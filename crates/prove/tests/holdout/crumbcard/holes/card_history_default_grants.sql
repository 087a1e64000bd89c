-- Any bakery reads the history of the cards of all, because default privileges open the new table at once
-- and nobody gave it policies.
-- about: card_history, keep_card_history, cards
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT was ->> 'holder' FROM bread.card_history;
-- shows: Road-secret holder
ALTER DEFAULT PRIVILEGES IN SCHEMA bread GRANT SELECT, INSERT ON TABLES TO hf_crumbcard_app;
CREATE TABLE bread.card_history (
  bakery_id bigint NOT NULL,
  card_no text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  was jsonb NOT NULL
);
CREATE FUNCTION bread.keep_card_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bread.card_history (bakery_id, card_no, was) VALUES (NEW.bakery_id, NEW.card_no, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_card_history AFTER INSERT OR UPDATE ON bread.cards
  FOR EACH ROW EXECUTE FUNCTION bread.keep_card_history();
