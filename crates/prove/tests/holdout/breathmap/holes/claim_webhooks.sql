-- Any network takes the waiting webhooks of all others with their payload, because the function of the
-- worker is open to the web application.
-- about: claim_webhooks, Webhook
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT "payload" FROM claim_webhooks(10);
-- shows: Road-secret payload
CREATE FUNCTION claim_webhooks(p_limit int) RETURNS SETOF "Webhook"
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Webhook" w SET "takenBy" = session_user
  FROM (
    SELECT "networkId", "id" FROM "Webhook" WHERE "takenBy" IS NULL
    LIMIT p_limit FOR UPDATE SKIP LOCKED
  ) free
  WHERE w."networkId" = free."networkId" AND w."id" = free."id"
  RETURNING w.*
$$;
REVOKE ALL ON FUNCTION claim_webhooks(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim_webhooks(int) TO hf_breathmap_app;
