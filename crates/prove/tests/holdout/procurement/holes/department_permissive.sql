-- The department's policy of orders is made again without AS RESTRICTIVE: it now adds rows and takes none
-- away.
-- about: purchase_orders, department_rows
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: SELECT po_number, terms FROM proc.purchase_orders;
-- shows: terms-secret
DROP POLICY department_rows ON proc.purchase_orders;
CREATE POLICY department_rows ON proc.purchase_orders TO hf_procurement_app
  USING (proc.department() IS NULL OR department = proc.department());
