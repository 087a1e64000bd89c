-- When a manager leaves, an owner's rights trigger clears manager_no by number alone, in all companies.
-- about: clear_reports, employee, manager_no
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: UPDATE hr.employee SET left_on = '2024-07-01' WHERE employee_no = 7;
-- exploit: SET hr.company_id = '2';
-- exploit: SELECT full_name || ' boss=' || COALESCE(manager_no, 0) FROM hr.employee WHERE employee_no = 9;
-- shows: Bea boss=0
CREATE FUNCTION hr.clear_reports() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hr, pg_temp
AS $$
BEGIN
  UPDATE hr.employee SET manager_no = NULL WHERE manager_no = NEW.employee_no;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION hr.clear_reports() FROM PUBLIC;
CREATE TRIGGER clear_reports AFTER UPDATE OF left_on ON hr.employee
  FOR EACH ROW WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION hr.clear_reports();
