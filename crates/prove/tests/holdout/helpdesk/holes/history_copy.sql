-- Tenant A reads old versions of tenant B's tickets in a history table without row security.
-- about: ticket_history
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: SET desk.customer = 'zeta';
-- exploit: UPDATE desk.tickets SET status = 'x';
-- exploit: SET desk.customer = 'acme';
-- exploit: SELECT ticket FROM desk.ticket_history;
-- shows: TZ-secret
CREATE TABLE desk.ticket_history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket jsonb NOT NULL);
CREATE FUNCTION desk.keep_history() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ BEGIN INSERT INTO desk.ticket_history (ticket) VALUES (to_jsonb(OLD)); RETURN NULL; END $$;
CREATE TRIGGER history AFTER UPDATE OR DELETE ON desk.tickets FOR EACH ROW EXECUTE FUNCTION
  desk.keep_history();
GRANT SELECT ON desk.ticket_history TO ho_desk_web;
