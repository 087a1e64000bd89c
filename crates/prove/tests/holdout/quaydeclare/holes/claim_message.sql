-- The queue function hands out the oldest waiting message of any broker and marks it as sent.
-- about: claim_message, outbox
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: SELECT customs.claim_message();
-- shows: Pier-secret message
CREATE FUNCTION customs.claim_message() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = customs, pg_temp AS $$
  UPDATE customs.outbox o SET sent_at = now()
  WHERE (o.broker, o.message_no) = (SELECT w.broker, w.message_no FROM customs.outbox w
    WHERE w.sent_at IS NULL ORDER BY w.message_no LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING o.payload
$$;
REVOKE EXECUTE ON FUNCTION customs.claim_message() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION customs.claim_message() TO hf_quaydeclare_app;
