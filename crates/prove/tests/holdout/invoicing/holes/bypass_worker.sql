-- The worker role skips row security, and the application may switch to it.
-- about: hf_invoicing_worker, BYPASSRLS
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SET ROLE hf_invoicing_worker;
-- exploit: SELECT secret FROM webhooks;
-- shows: Road-secret-key
-- Deliveries are sent for all accounts by one process.
ALTER ROLE hf_invoicing_worker BYPASSRLS;
GRANT SELECT ON webhooks TO hf_invoicing_worker;
GRANT SELECT, DELETE ON webhook_deliveries TO hf_invoicing_worker;
GRANT hf_invoicing_worker TO hf_invoicing_app;
