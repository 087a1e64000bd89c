-- The application reads everything: its role was made a superuser on a night of trouble.
-- about: ho_payroll_app
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: SELECT name FROM pay.people;
-- shows: pb-secret
ALTER ROLE ho_payroll_app SUPERUSER;
