-- Messages for other systems wait in a table without row level security that the application empties.
-- about: outbox, quote_to_outbox, quotes
-- as: hf_scaffold_app
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT payload->>'terms' FROM scaf.outbox;
-- shows: Tube-secret terms
CREATE TABLE scaf.outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  sent_at timestamptz
);
CREATE FUNCTION scaf.quote_to_outbox() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scaf, pg_temp
AS $$
BEGIN
  INSERT INTO outbox (topic, payload) VALUES ('quote.changed', to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER quote_to_outbox AFTER INSERT OR UPDATE ON scaf.quotes
  FOR EACH ROW EXECUTE FUNCTION scaf.quote_to_outbox();
GRANT SELECT, UPDATE, DELETE ON scaf.outbox TO hf_scaffold_app;
