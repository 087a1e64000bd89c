-- Hours with row security by the account that comes with the key of the work order.
CREATE TABLE time_entries (
  work_order_account_id bigint NOT NULL,
  work_order_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  minutes integer NOT NULL,
  PRIMARY KEY (work_order_account_id, id),
  FOREIGN KEY (work_order_account_id, work_order_id) REFERENCES work_orders (account_id, id)
);
ALTER TABLE time_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY account_scope ON time_entries
  USING (work_order_account_id = NULLIF(current_setting('app.current_account', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON time_entries TO hf_maintenance_app;
