-- harmless: the sender pulls the messages of the shop of the session.
CREATE FUNCTION api.pull_messages(p_limit int) RETURNS SETOF pawn.outbox
LANGUAGE sql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  WITH next AS (
    SELECT shop_id, message_id FROM pawn.outbox WHERE sent_at IS NULL AND shop_id = pawn.shop()
    LIMIT p_limit FOR UPDATE SKIP LOCKED)
  UPDATE pawn.outbox o SET sent_at = now() FROM next n
  WHERE o.shop_id = n.shop_id AND o.message_id = n.message_id
  RETURNING o.*
$$;
GRANT EXECUTE ON FUNCTION api.pull_messages(int) TO hf_pledge_app;
