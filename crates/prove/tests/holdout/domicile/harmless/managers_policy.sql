-- A restrictive policy with the outer column named in full: it only narrows what a firm without managers may
-- change.
CREATE POLICY work_orders_managers ON pm.work_orders AS RESTRICTIVE FOR DELETE
  USING (EXISTS (SELECT 1 FROM pm.staff s WHERE s.org_id = work_orders.org_id AND s.is_manager));
