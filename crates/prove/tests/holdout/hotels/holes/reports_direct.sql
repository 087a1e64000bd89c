-- The tables are open to the role for reports, which knows no chain, and the application is a member of it.
-- about: data.charges, charges
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: SELECT what FROM data.charges;
-- shows: Road-secret champagne
GRANT USAGE ON SCHEMA data TO hf_hotels_reports;
GRANT SELECT ON data.charges, data.stays TO hf_hotels_reports;
-- The reporting tool connects with logins of its own.
GRANT hf_hotels_reports TO hf_hotels_app;
