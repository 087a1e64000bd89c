-- AND binds before OR: every alarm that is not cleared is visible to all operators.
-- about: alarms, own_rows
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT message FROM solar.alarms;
-- shows: Ridge-secret alarm
DROP POLICY own_rows ON solar.alarms;
-- Old cleared alarms of low severity only clutter the list.
CREATE POLICY own_rows ON solar.alarms
  USING (operator_id = solar.current_operator() AND severity >= 3 OR cleared_at IS NULL)
  WITH CHECK (operator_id = solar.current_operator());
