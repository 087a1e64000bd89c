-- Usage against quota: reaching 80, 90 or 100 percent of a day's or a month's limit, of requests or of cost,
-- raises one alert for that user and period. SECURITY DEFINER, because users cannot write alerts themselves.

CREATE OR REPLACE FUNCTION providers.raise_alerts(
  alerted_user uuid, period text, first_day date, end_day date, request_limit integer, cost_limit numeric
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp
AS $func$
  INSERT INTO providers.cost_alerts (user_id, alert_type, threshold_percentage, triggered_at)
  SELECT
    alerted_user, period || '_' || threshold, threshold,
    -- Dated within the period it speaks of, also when the usage is booked later.
    least(greatest(now(), span.from_time), span.end_time - interval '1 microsecond')
  FROM (
    SELECT sum(u.requests_count) AS requests, sum(u.cost_usd) AS cost
    FROM providers.usage_tracking AS u
    WHERE u.user_id = alerted_user AND u.date >= first_day AND u.date < end_day
  ) AS used
  CROSS JOIN (
    SELECT
      first_day::timestamp AT TIME ZONE 'UTC' AS from_time,
      end_day::timestamp AT TIME ZONE 'UTC' AS end_time
  ) AS span
  CROSS JOIN unnest(ARRAY[80, 90, 100]) AS threshold
  WHERE (
      used.requests * 100 >= request_limit::bigint * threshold
      OR used.cost * 100 >= cost_limit * threshold)
    AND NOT EXISTS (
      SELECT FROM providers.cost_alerts AS a
      WHERE a.user_id = alerted_user AND a.alert_type = period || '_' || threshold
        AND a.triggered_at >= span.from_time AND a.triggered_at < span.end_time)
$func$;
REVOKE ALL ON FUNCTION providers.raise_alerts(uuid, text, date, date, integer, numeric) FROM PUBLIC;

CREATE OR REPLACE FUNCTION providers.check_quota() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  quota providers.user_quotas;
  month date := date_trunc('month', NEW.date::timestamp)::date;
BEGIN
  -- The lock makes a user's bookings follow each other: none misses another's, no alert comes twice.
  SELECT q.* INTO quota FROM providers.user_quotas AS q WHERE q.user_id = NEW.user_id FOR NO KEY UPDATE;
  IF FOUND THEN
    PERFORM providers.raise_alerts(
      NEW.user_id, 'daily', NEW.date, NEW.date + 1, quota.daily_limit, quota.daily_cost_limit);
    PERFORM providers.raise_alerts(
      NEW.user_id, 'monthly', month, (month + interval '1 month')::date,
      quota.monthly_limit, quota.monthly_cost_limit);
  END IF;
  RETURN NULL;
END
$func$;
REVOKE ALL ON FUNCTION providers.check_quota() FROM PUBLIC;

DROP TRIGGER IF EXISTS usage_tracking_quota ON providers.usage_tracking;
CREATE TRIGGER usage_tracking_quota AFTER INSERT OR UPDATE ON providers.usage_tracking
  FOR EACH ROW EXECUTE FUNCTION providers.check_quota();
