-- The queue function runs with the caller's rights and for the broker of the session: harmless.
CREATE FUNCTION customs.claim_own_message() RETURNS jsonb LANGUAGE sql AS $$
  UPDATE customs.outbox o SET sent_at = now()
  WHERE o.broker = customs.current_broker()
    AND o.message_no = (SELECT w.message_no FROM customs.outbox w
      WHERE w.broker = customs.current_broker() AND w.sent_at IS NULL
      ORDER BY w.message_no LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING o.payload
$$;
REVOKE EXECUTE ON FUNCTION customs.claim_own_message() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION customs.claim_own_message() TO hf_quaydeclare_app;
