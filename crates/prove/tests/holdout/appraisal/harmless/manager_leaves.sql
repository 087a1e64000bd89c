-- The same trigger with the caller's rights and the company in its condition: only the own company's rows
-- change.
CREATE FUNCTION hr.clear_reports() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hr, pg_temp
AS $$
BEGIN
  UPDATE hr.employee SET manager_no = NULL
    WHERE company_id = NEW.company_id AND manager_no = NEW.employee_no;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION hr.clear_reports() FROM PUBLIC;
CREATE TRIGGER clear_reports AFTER UPDATE OF left_on ON hr.employee
  FOR EACH ROW WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION hr.clear_reports();
