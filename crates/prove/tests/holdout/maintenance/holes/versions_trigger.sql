-- A version may be written for any account: its trigger was failing, so the check of new rows was opened.
-- about: versions
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: INSERT INTO versions (account_id, item_type, event) VALUES (20, 'work_orders', 'destroy');
-- shows: INSERT 0 1
-- Jobs that run without an account could not keep versions.
CREATE POLICY versions_add ON versions FOR INSERT TO hf_maintenance_app, hf_maintenance_worker
  WITH CHECK (true);
