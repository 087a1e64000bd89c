-- The call counter runs as its owner and touches the quota of the new row's own tenant only: harmless.
CREATE FUNCTION gw.count_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = gw, pg_temp AS $$
BEGIN
  UPDATE gw.quotas SET calls_used = calls_used + 1
  WHERE tenant = NEW.tenant AND consumer_no = NEW.consumer_no
    AND month = date_trunc('month', NEW.at)::date;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION gw.count_call() FROM PUBLIC;
CREATE TRIGGER request_log_count AFTER INSERT ON gw.request_log
  FOR EACH ROW EXECUTE FUNCTION gw.count_call();
