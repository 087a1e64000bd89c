-- An approval approves a run of another employer and shows its label: the trigger and the key look at the
-- run's id alone.
-- about: approvals, approve_run, pay_runs, pay_runs_id_key
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: INSERT INTO pay.approvals (employer_id, pay_run_id, approved_by)
-- exploit: VALUES (11, 'b1000000-0000-4000-8000-000000000001', 1) RETURNING run_label;
-- shows: Road-secret run
-- Approvers may not change runs by hand, so the trigger has the owner's rights; ids are unique as they are.
ALTER TABLE pay.pay_runs ADD CONSTRAINT pay_runs_id_key UNIQUE (id);
ALTER TABLE pay.approvals DROP CONSTRAINT approvals_employer_id_pay_run_id_fkey;
ALTER TABLE pay.approvals ADD FOREIGN KEY (pay_run_id) REFERENCES pay.pay_runs (id) ON DELETE CASCADE;
CREATE OR REPLACE FUNCTION pay.approve_run() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pay, pg_temp AS $$
BEGIN
  UPDATE pay_runs SET status = 'approved' WHERE id = NEW.pay_run_id RETURNING label INTO NEW.run_label;
  RETURN NEW;
END $$;
