-- Row security is on for the card feed but there is no policy and no FORCE, and the application itself is
-- the owner.
-- about: card_feed, fill_card_feed, expenses
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT merchant FROM exp.card_feed;
-- shows: Road-secret merchant
-- Lines of company cards wait here until they are matched; the importer runs as the application and owns it.
CREATE TABLE exp.card_feed (
  company_id bigint NOT NULL,
  cents integer NOT NULL,
  merchant text NOT NULL
);
ALTER TABLE exp.card_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.card_feed OWNER TO hf_outlay_app;
CREATE FUNCTION exp.fill_card_feed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO exp.card_feed VALUES (NEW.company_id, NEW.cents, NEW.merchant);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION exp.fill_card_feed() FROM PUBLIC;
CREATE TRIGGER expenses_feed AFTER INSERT ON exp.expenses FOR EACH ROW EXECUTE FUNCTION exp.fill_card_feed();
