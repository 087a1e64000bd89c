-- The application becomes the export role, which no row security holds, and reads all payouts.
-- about: hf_stretchgoal_export, payouts
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SET ROLE hf_stretchgoal_export;
-- exploit: SELECT iban FROM fund.payouts;
-- shows: Road-secret XX20
-- The bank's file is made once a night for all organisers.
CREATE ROLE hf_stretchgoal_export NOLOGIN BYPASSRLS;
GRANT USAGE ON SCHEMA fund TO hf_stretchgoal_export;
GRANT SELECT ON fund.payouts TO hf_stretchgoal_export;
GRANT hf_stretchgoal_export TO hf_stretchgoal_app;
