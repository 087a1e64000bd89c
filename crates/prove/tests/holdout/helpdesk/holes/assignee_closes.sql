-- Tenant A closes tickets of tenant B through a trigger that acts on the ticket number alone.
-- about: messages
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: INSERT INTO desk.messages VALUES ('acme', 1, 9, 'hello');
-- exploit: \c - postgres
-- exploit: SELECT customer || status FROM desk.tickets WHERE ticket_no = 1;
-- shows: zetaopen
CREATE FUNCTION desk.reopen() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE desk.tickets SET status = 'open' WHERE ticket_no = NEW.ticket_no;
  RETURN NULL;
END $$;
CREATE TRIGGER reopen AFTER INSERT ON desk.messages FOR EACH ROW EXECUTE FUNCTION desk.reopen();
