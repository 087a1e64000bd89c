-- The application was made superuser so that it can create extensions: no policy holds it any more.
-- about: hf_toolrent_app, companies, branches, customers, tools, rentals, payments, inspections, notes
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: SELECT comment FROM rentals;
-- shows: Road-secret comment
ALTER ROLE hf_toolrent_app SUPERUSER;
