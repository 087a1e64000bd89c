-- TRUNCATE is not bound by policies: with this right one account empties the deliveries of all.
-- about: deliveries, hf_mailwind_app
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: TRUNCATE mail.deliveries;
-- shows: TRUNCATE TABLE
-- The end-to-end tests reset the statistics between runs.
GRANT TRUNCATE ON mail.deliveries TO hf_mailwind_app;
