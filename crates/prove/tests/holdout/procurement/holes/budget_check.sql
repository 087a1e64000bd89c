-- An order is refused above the budget; the largest budget of all departments of that name is compared.
-- about: check_budget, departments, purchase_orders
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: UPDATE proc.purchase_orders SET total = 1000000;
-- shows: above the budget of 31337
CREATE FUNCTION proc.check_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
DECLARE
  v_budget numeric;
BEGIN
  SELECT max(d.budget) INTO v_budget FROM proc.departments d WHERE d.department = NEW.department;
  IF NEW.total > v_budget THEN
    RAISE EXCEPTION 'above the budget of %', v_budget;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION proc.check_budget() FROM PUBLIC;
CREATE TRIGGER check_budget BEFORE UPDATE ON proc.purchase_orders
  FOR EACH ROW EXECUTE FUNCTION proc.check_budget();
