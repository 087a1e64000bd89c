-- The total is looked up by the number of the order, which every company counts for itself.
-- about: sum_order, purchase_orders, po_lines
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: UPDATE proc.po_lines SET price = 3;
-- exploit: SELECT 'total is ' || total FROM proc.purchase_orders;
-- shows: total is 891
CREATE OR REPLACE FUNCTION proc.sum_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  UPDATE proc.purchase_orders o SET total = (
      SELECT coalesce(sum(l.price), 0) FROM proc.po_lines l WHERE l.po_number = o.po_number)
    WHERE o.po_number = NEW.po_number;
  RETURN NULL;
END $$;
