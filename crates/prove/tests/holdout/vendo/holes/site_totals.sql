-- The table of totals that a trigger keeps has no row level security: only numbers, but of everybody.
-- about: site_totals, add_total
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT 'sold=' || cents FROM vend.site_totals WHERE operator_id = 1;
-- shows: sold=14077
CREATE TABLE vend.site_totals (
  operator_id bigint NOT NULL,
  machine_no int NOT NULL,
  day date NOT NULL,
  cents bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (operator_id, machine_no, day)
);
GRANT SELECT, INSERT, UPDATE ON vend.site_totals TO hf_vendo_app, hf_vendo_device;
CREATE FUNCTION vend.add_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vend.site_totals VALUES (NEW.operator_id, NEW.machine_no, NEW.sold_at::date, NEW.cents)
  ON CONFLICT (operator_id, machine_no, day) DO UPDATE SET cents = site_totals.cents + EXCLUDED.cents;
  RETURN NULL;
END $$;
CREATE TRIGGER add_total AFTER INSERT ON vend.sales FOR EACH ROW EXECUTE FUNCTION vend.add_total();
