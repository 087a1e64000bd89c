-- The claim of webhooks with its owner's rights, held to the network of the session: it takes no one
-- else's.
CREATE FUNCTION claim_webhooks(p_limit int) RETURNS SETOF "Webhook"
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Webhook" w SET "takenBy" = session_user
  FROM (
    SELECT "networkId", "id" FROM "Webhook"
    WHERE "takenBy" IS NULL AND "networkId" = current_network()
    LIMIT p_limit FOR UPDATE SKIP LOCKED
  ) free
  WHERE w."networkId" = free."networkId" AND w."id" = free."id"
  RETURNING w.*
$$;
REVOKE ALL ON FUNCTION claim_webhooks(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim_webhooks(int) TO hf_breathmap_app;
