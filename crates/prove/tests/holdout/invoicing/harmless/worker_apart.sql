-- Harmless: the worker skips row security, but the application cannot become the worker.
ALTER ROLE hf_invoicing_worker BYPASSRLS;
GRANT SELECT ON webhooks TO hf_invoicing_worker;
GRANT SELECT, DELETE ON webhook_deliveries TO hf_invoicing_worker;
