-- A login gets the stored answer of another tenant by sending the same idempotency key, which is not scoped.
-- about: replay, replies
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: SELECT gw.replay('order-1', 'mine');
-- shows: Road-secret order accepted
CREATE FUNCTION gw.replay(p_key text, p_body text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = gw, pg_temp AS $$
DECLARE
  v_body text;
BEGIN
  SELECT r.body INTO v_body FROM gw.replies r WHERE r.idem_key = p_key LIMIT 1;
  IF v_body IS NULL THEN
    INSERT INTO gw.replies (tenant, idem_key, body)
      VALUES (current_setting('gateway.tenant'), p_key, p_body);
    v_body := p_body;
  END IF;
  RETURN v_body;
END $$;
REVOKE EXECUTE ON FUNCTION gw.replay(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gw.replay(text, text) TO hf_quotaport_app;
