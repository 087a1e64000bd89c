-- The trigger became a definer and lost its account filter: paid invoices of A make rows for the hooks of B.
-- about: enqueue_webhooks, webhook_deliveries, invoices_paid, invoices
-- as: hf_invoicing_app
-- exploit: SET app.current_account_id = '1';
-- exploit: UPDATE invoices SET status = 'paid' WHERE id = 1;
-- exploit: SELECT value FROM counters WHERE name = 'webhook_deliveries';
-- exploit: SELECT 'key ' || (payload ->> 'secret') FROM webhook_deliveries;
-- shows: key Road-secret-key
-- The application shall not need rights on deliveries; the signing key travels with the payload.
CREATE OR REPLACE FUNCTION enqueue_webhooks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_deliveries (account_id, webhook_id, payload)
  SELECT NEW.account_id, mine.id,
    jsonb_build_object('number', NEW.number, 'total', NEW.total_cents, 'secret', w.secret)
  FROM webhooks w JOIN webhooks mine ON mine.id = w.id AND mine.account_id = NEW.account_id;
  RETURN NULL;
END
$$;
