-- The update policy checks nothing about the new row, so an operator may plant work orders at another one.
-- about: work_orders, order_update
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: UPDATE solar.work_orders SET operator_id = 'bbbbbbbb-0000-0000-0000-000000000002', order_no = 99,
-- exploit:   plant_id = 'bbbbbbbb-0000-0000-0000-0000000000b1';
-- shows: UPDATE 1
DROP POLICY own_rows ON solar.work_orders;
CREATE POLICY order_select ON solar.work_orders FOR SELECT USING (operator_id = solar.current_operator());
CREATE POLICY order_insert ON solar.work_orders FOR INSERT
  WITH CHECK (operator_id = solar.current_operator());
CREATE POLICY order_update ON solar.work_orders FOR UPDATE
  USING (operator_id = solar.current_operator()) WITH CHECK (true);
CREATE POLICY order_delete ON solar.work_orders FOR DELETE USING (operator_id = solar.current_operator());
