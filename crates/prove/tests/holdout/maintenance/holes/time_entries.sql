-- Hours hang on a work order and have no row security of their own: every account reads the hours of all.
-- about: time_entries
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: INSERT INTO time_entries (work_order_account_id, work_order_id, minutes)
-- exploit: VALUES (20, 'b0000000-0000-4000-8000-000000000004', 600) RETURNING 'booked on account ' ||
-- exploit: work_order_account_id;
-- shows: booked on account 20
-- Technicians book their time on the work order.
CREATE TABLE time_entries (
  work_order_account_id bigint NOT NULL,
  work_order_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  minutes integer NOT NULL,
  PRIMARY KEY (work_order_account_id, id),
  FOREIGN KEY (work_order_account_id, work_order_id) REFERENCES work_orders (account_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON time_entries TO hf_maintenance_app;
