-- A login uses up the quota of another tenant's consumer of the same number, as the counter ignores the
-- tenant.
-- about: count_call, request_log_count, quotas, request_log
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: INSERT INTO gw.request_log (tenant, consumer_no, path, status, at)
-- exploit:   VALUES ('acme', 1, '/', 200, '2026-03-09 12:00+00');
-- exploit: SET gateway.tenant = 'acme-roads';
-- exploit: SELECT 'used: ' || calls_used FROM gw.quotas WHERE month = '2026-03-01';
-- shows: used: 72
CREATE FUNCTION gw.count_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = gw, pg_temp AS $$
BEGIN
  UPDATE gw.quotas SET calls_used = calls_used + 1
  WHERE consumer_no = NEW.consumer_no AND month = date_trunc('month', NEW.at)::date;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION gw.count_call() FROM PUBLIC;
CREATE TRIGGER request_log_count AFTER INSERT ON gw.request_log
  FOR EACH ROW EXECUTE FUNCTION gw.count_call();
