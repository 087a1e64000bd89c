-- The application role itself got BYPASSRLS for the queue worker, so no policy binds it any more.
-- about: hf_mailwind_app, campaigns, users, accounts
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT subject FROM mail.campaigns;
-- shows: Road-secret launch
-- The queue worker shares the login of the web processes and walks over all accounts.
ALTER ROLE hf_mailwind_app BYPASSRLS;
