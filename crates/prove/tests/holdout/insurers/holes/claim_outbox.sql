-- The outbox holds the claims' findings of all insurers in one payload column, and its policy asks
-- only for the state.
-- about: outbox, claims, queue_claim
-- as: hf_insurers_app
-- exploit: SET dental.insurer_id = '1';
-- exploit: SELECT payload ->> 'finding' FROM ins.outbox;
-- shows: Road-secret finding
CREATE TABLE ins.outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  sent boolean NOT NULL DEFAULT false
);
ALTER TABLE ins.outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE ins.outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY not_sent ON ins.outbox USING (NOT sent);
GRANT SELECT, UPDATE (sent) ON ins.outbox TO hf_insurers_app;
CREATE FUNCTION ins.queue_claim() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO ins.outbox (topic, payload)
    VALUES ('claim.' || NEW.state, to_jsonb(NEW) - 'insurer_id');
  RETURN NULL;
END
$$;
CREATE TRIGGER queue_claim AFTER UPDATE OF state ON ins.claims
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ins.queue_claim();
