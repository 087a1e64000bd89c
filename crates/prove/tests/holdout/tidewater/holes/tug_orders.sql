-- Any port reads and changes the tug orders of all: there is a policy, but row security is not on.
-- about: tug_orders
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: SELECT note FROM port.tug_orders;
-- shows: tug for Road-secret cargo
-- Each call gets an order for tugs.
CREATE TABLE port.tug_orders (
  port_id integer NOT NULL,
  call_no integer NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (port_id, call_no),
  FOREIGN KEY (port_id, call_no) REFERENCES port.calls (port_id, call_no) ON DELETE CASCADE
);
CREATE POLICY tug_orders_tenant ON port.tug_orders
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());
GRANT SELECT, INSERT, UPDATE, DELETE ON port.tug_orders TO hf_tidewater_app;
CREATE FUNCTION port.order_tug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO port.tug_orders VALUES (NEW.port_id, NEW.call_no, 'tug for ' || coalesce(NEW.cargo, 'ballast'));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION port.order_tug() FROM PUBLIC;
CREATE TRIGGER calls_order_tug AFTER INSERT ON port.calls FOR EACH ROW EXECUTE FUNCTION port.order_tug();
