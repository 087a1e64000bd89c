-- The outbox keeps the insurer of each message and has the same fence as the claims it copies.
CREATE TABLE ins.outbox (
  insurer_id integer NOT NULL REFERENCES ins.insurers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  sent boolean NOT NULL DEFAULT false,
  PRIMARY KEY (insurer_id, id)
);
ALTER TABLE ins.outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE ins.outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY not_sent ON ins.outbox USING (NOT sent OR insurer_id = ins.insurer());
CREATE POLICY fence ON ins.outbox AS RESTRICTIVE USING (insurer_id = ins.insurer());
GRANT SELECT, UPDATE (sent) ON ins.outbox TO hf_insurers_app;
CREATE FUNCTION ins.queue_claim() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO ins.outbox (insurer_id, topic, payload)
    VALUES (NEW.insurer_id, 'claim.' || NEW.state, to_jsonb(NEW) - 'insurer_id');
  RETURN NULL;
END
$$;
CREATE TRIGGER queue_claim AFTER UPDATE OF state ON ins.claims
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ins.queue_claim();
