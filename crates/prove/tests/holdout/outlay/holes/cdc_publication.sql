-- The publication sends all companies' employees to its subscribers without a row filter, and its name and
-- its tables can be read by the application; row security does not hold for subscribers.
-- about: outlay_cdc, employees, pg_publication_tables
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT tablename, attnames, rowfilter IS NULL AS unfiltered FROM pg_publication_tables;
-- shows: employees | {company_id,id,full_name,iban,manager_id} | t
-- Payroll of every customer subscribes to this.
CREATE PUBLICATION outlay_cdc FOR TABLE exp.employees;
