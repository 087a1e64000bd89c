-- Handlers work at many airports, so orders find them by name alone, and the key goes over airports.
-- about: handlers, handler_names, handling_orders
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: UPDATE ops.handling_orders SET handler = 'handler-secret';
-- shows: UPDATE 1
ALTER TABLE ops.handling_orders DROP CONSTRAINT handling_orders_airport_handler_fkey;
CREATE TABLE ops.handler_names (handler text PRIMARY KEY);
CREATE FUNCTION ops.collect_handler() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ops, pg_temp AS $$
BEGIN
  INSERT INTO ops.handler_names VALUES (NEW.handler) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION ops.collect_handler() FROM PUBLIC;
CREATE TRIGGER collect_handler AFTER INSERT ON ops.handlers
  FOR EACH ROW EXECUTE FUNCTION ops.collect_handler();
ALTER TABLE ops.handling_orders ADD CONSTRAINT handling_orders_handler_fkey
  FOREIGN KEY (handler) REFERENCES ops.handler_names;
