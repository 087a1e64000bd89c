-- The steps ask for a work order with their id and forget that the account of the step is free to choose.
-- about: work_order_steps
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: SELECT body FROM work_order_steps;
-- shows: Road-secret step
-- Steps go the way over the work order, as all tables do that hang on one.
DROP POLICY account_scope ON work_order_steps;
CREATE POLICY account_scope ON work_order_steps
  USING (EXISTS (SELECT 1 FROM work_orders w WHERE work_order_id = work_order_id
    AND w.state <> 'hidden'));
