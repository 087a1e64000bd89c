-- Tenant A writes invoices for agency B: the view has no check option.
-- about: app.invoices
-- as: ho_agency_app
-- exploit: SET agency.id = '1';
-- exploit: INSERT INTO app.invoices VALUES (2, 99, 'bbbbbbbb-0000-4000-8000-000000000001', 1);
-- shows: INSERT 0 1
GRANT INSERT ON app.invoices TO ho_agency_app;
