-- Inside the subquery org_id means the staff row's own column, so one manager anywhere opens all work orders.
-- about: work_orders, work_orders_managers, staff
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT summary FROM pm.work_orders;
-- shows: Road-secret boiler
CREATE POLICY work_orders_managers ON pm.work_orders FOR SELECT
  USING (EXISTS (SELECT 1 FROM pm.staff s WHERE s.org_id = org_id AND s.is_manager));
