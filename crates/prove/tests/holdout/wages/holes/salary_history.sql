-- The new history of salaries has no row level security, so every employer reads what the others pay.
-- about: salary_history, keep_salary
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: SELECT full_name, salary FROM pay.salary_history;
-- shows: Road-secret Bob
CREATE TABLE pay.salary_history (
  employer_id bigint NOT NULL,
  staff_no int NOT NULL,
  full_name text NOT NULL,
  salary numeric(12, 2) NOT NULL,
  valid_from timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (employer_id, staff_no, valid_from),
  FOREIGN KEY (employer_id, staff_no) REFERENCES pay.employees ON DELETE CASCADE
);
CREATE FUNCTION pay.keep_salary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pay.salary_history VALUES (NEW.employer_id, NEW.staff_no, NEW.full_name, NEW.salary);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_salary AFTER INSERT OR UPDATE OF salary ON pay.employees
  FOR EACH ROW EXECUTE FUNCTION pay.keep_salary();
GRANT SELECT, INSERT ON pay.salary_history TO hf_wages_app;
