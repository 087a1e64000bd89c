-- A notification that carries no data.
CREATE FUNCTION es.wake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY es_outbox; RETURN NULL; END $$;
CREATE TRIGGER wake AFTER INSERT ON es.outbox FOR EACH STATEMENT EXECUTE FUNCTION es.wake();
