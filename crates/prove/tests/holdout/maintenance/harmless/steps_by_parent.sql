-- Steps go the way over the work order by its whole key; the policy of the work orders holds in the subquery.
DROP POLICY account_scope ON work_order_steps;
CREATE POLICY account_scope ON work_order_steps
  USING (EXISTS (SELECT 1 FROM work_orders w
    WHERE w.account_id = work_order_account_id AND w.id = work_order_id));
