-- The outbox of mails gets the remark of every order, has no organiser's policy, and the application reads
-- it.
-- about: outbox, to_outbox, orders, orders_outbox
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT payload FROM outbox;
-- shows: Road-secret remark
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  sent_at timestamptz
);
-- The mailer takes rows with FOR UPDATE SKIP LOCKED.
GRANT SELECT, INSERT, UPDATE ON outbox TO hf_boxoffice_app;
CREATE FUNCTION to_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (topic, payload) VALUES ('order.' || NEW.status, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER orders_outbox AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION to_outbox();
