-- A group role without rights on anything.
CREATE ROLE ho_hr_jobs NOLOGIN;
GRANT ho_hr_jobs TO ho_hr_admin;
