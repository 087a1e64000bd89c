-- A tracking function that changes one counter and leaves the setting of the session alone.
CREATE FUNCTION mail.track_open(p_campaign uuid, p_email text) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE mail.deliveries SET opened = opened + 1
  WHERE account_id = mail.account_id() AND campaign_id = p_campaign AND email = p_email
$$;
REVOKE EXECUTE ON FUNCTION mail.track_open(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail.track_open(uuid, text) TO hf_mailwind_app;
