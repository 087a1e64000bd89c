-- The worker's function takes the oldest job of any merchant, and the application may call it.
-- about: claim_webhook, webhook_queue
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT payload FROM billing.claim_webhook();
-- exploit: SELECT payload FROM billing.claim_webhook();
-- shows: hook-secret
CREATE FUNCTION billing.claim_webhook() RETURNS SETOF billing.webhook_queue
LANGUAGE sql SECURITY DEFINER SET search_path = billing, pg_temp AS $$
  UPDATE billing.webhook_queue q SET taken_at = now()
  WHERE (q.merchant_id, q.job_id) = (
    SELECT n.merchant_id, n.job_id FROM billing.webhook_queue n
    WHERE n.taken_at IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING q.*
$$;
REVOKE ALL ON FUNCTION billing.claim_webhook() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION billing.claim_webhook() TO hf_subscriptions_app;
