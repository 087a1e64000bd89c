-- The function that takes a job asks for the merchant of the session, so it hands out own jobs only.
CREATE FUNCTION billing.claim_webhook() RETURNS SETOF billing.webhook_queue
LANGUAGE sql SECURITY DEFINER SET search_path = billing, pg_temp AS $$
  UPDATE billing.webhook_queue q SET taken_at = now()
  WHERE (q.merchant_id, q.job_id) = (
    SELECT n.merchant_id, n.job_id FROM billing.webhook_queue n
    WHERE n.taken_at IS NULL AND n.merchant_id = billing.current_merchant() LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING q.*
$$;
REVOKE ALL ON FUNCTION billing.claim_webhook() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION billing.claim_webhook() TO hf_subscriptions_app;
