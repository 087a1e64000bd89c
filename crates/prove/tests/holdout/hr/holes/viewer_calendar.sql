-- A viewer of tenant A reads the absences of all employers: the calendar policy was written for everybody.
-- about: absences
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT first_day FROM hr.absences;
-- shows: 2026-03-03
CREATE POLICY calendar ON hr.absences FOR SELECT USING (last_day > '2000-01-01');
