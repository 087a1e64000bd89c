-- An outbox with the organiser in its key, the same policy, and a trigger that copies the checked new row.
CREATE TABLE outbox (
  organizer text NOT NULL REFERENCES organizers,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  payload jsonb NOT NULL,
  PRIMARY KEY (organizer, id)
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON outbox USING (organizer = organizer());
GRANT SELECT, INSERT, DELETE ON outbox TO hf_boxoffice_app;
CREATE FUNCTION to_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (organizer, payload) VALUES (NEW.organizer, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER orders_outbox AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION to_outbox();
