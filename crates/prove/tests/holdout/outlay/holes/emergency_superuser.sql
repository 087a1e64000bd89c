-- The application's login is a superuser since an incident, and no policy holds for superusers.
-- about: hf_outlay_app, receipts, companies, employees
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT ocr_text FROM exp.receipts;
-- shows: Road-secret receipt
-- The release needs to create an extension at its start.
ALTER ROLE hf_outlay_app SUPERUSER;
