-- Usage and quotas: 100 requests or 10 dollars a day, 1000 requests or 50 dollars a month. Reaching 80, 90 or
-- 100 percent raises an alert, once for each day and month.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'House model', 'local', 'house-7b', 0.001, 8192),
  ('f0000000-0000-4000-8000-000000000002', 'Guest model', 'local', 'guest-7b', 0.001, 8192);
INSERT INTO providers.user_quotas
  (user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit) VALUES
  ('a0000000-0000-4000-8000-000000000001', 100, 1000, 10, 50);
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 79);

-- case: below 80 percent there is no alert, at 80 percent there is one
-- guard: DROP TRIGGER usage_tracking_quota ON providers.usage_tracking
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'used.requests * 100 >=', 'used.requests * 100 >'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'request_limit::bigint * threshold', 'request_limit::bigint * (threshold - 1)'); END $do$
-- expect: none
SELECT alert_type FROM providers.cost_alerts;
UPDATE providers.usage_tracking SET requests_count = requests_count + 1;
-- expect: daily_80 | 80
SELECT alert_type, threshold_percentage FROM providers.cost_alerts;

-- case: 90 and 100 percent raise alerts of their own
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'ARRAY[80, 90, 100]', 'ARRAY[80]'); END $do$
UPDATE providers.usage_tracking SET requests_count = 90;
-- expect: daily_80, daily_90
SELECT string_agg(alert_type, ', ' ORDER BY threshold_percentage) FROM providers.cost_alerts;
UPDATE providers.usage_tracking SET requests_count = 100;
-- expect: daily_80, daily_90, daily_100
SELECT string_agg(alert_type, ', ' ORDER BY threshold_percentage) FROM providers.cost_alerts;

-- case: an alert is raised once a day
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'AND NOT EXISTS', 'AND true OR EXISTS'); END $do$
UPDATE providers.usage_tracking SET requests_count = 81;
UPDATE providers.usage_tracking SET requests_count = 82;
UPDATE providers.usage_tracking SET requests_count = 83;
-- expect: 1
SELECT count(*) FROM providers.cost_alerts;

-- case: the next day raises its own alert
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'AND a.triggered_at >= span.from_time AND a.triggered_at < span.end_time', ''); END $do$
UPDATE providers.usage_tracking SET requests_count = 80;
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-11', 80);
-- expect: 2
SELECT count(*) FROM providers.cost_alerts WHERE alert_type = 'daily_80';

-- case: an alert is dated within the period it speaks of, also when the usage is booked later
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'least(greatest(now(), span.from_time), span.end_time - interval ''1 microsecond'')', 'now()');
--     END $do$
UPDATE providers.usage_tracking SET date = '2025-03-10', requests_count = 80;
-- expect: 2025-03-10
SELECT (triggered_at AT TIME ZONE 'UTC')::date FROM providers.cost_alerts WHERE alert_type = 'daily_80';

-- case: all models and providers of a day count together
-- guard: DROP TRIGGER usage_tracking_quota ON providers.usage_tracking
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000002', 'm', '2026-03-10', 11);
-- expect: daily_80, daily_90
SELECT string_agg(alert_type, ', ' ORDER BY threshold_percentage) FROM providers.cost_alerts;

-- case: cost counts like requests
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef(
--     'providers.raise_alerts(uuid, text, date, date, integer, numeric)'::regprocedure),
--     'OR used.cost * 100 >= cost_limit * threshold', ''); END $do$
UPDATE providers.usage_tracking SET cost_usd = 8;
-- expect: daily_80
SELECT alert_type FROM providers.cost_alerts;

-- case: a month has its own limits and alerts
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('providers.check_quota()'::regprocedure),
--     'month, (month + interval ''1 month'')::date', 'NEW.date, NEW.date + 1'); END $do$
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count, cost_usd)
SELECT
  'a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm',
  '2026-03-10'::date + day, 10, 7.9
FROM generate_series(1, 6) AS day;
-- expect: monthly_80, monthly_90
SELECT string_agg(alert_type, ', ' ORDER BY threshold_percentage) FROM providers.cost_alerts;

-- case: who has no quota gets no alert
-- guard: CREATE OR REPLACE FUNCTION providers.check_quota() RETURNS trigger LANGUAGE plpgsql AS $func$
--     BEGIN PERFORM providers.raise_alerts(NEW.user_id, 'daily', NEW.date, NEW.date + 1, 1, 1);
--     RETURN NULL; END $func$
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 5000);
-- expect: 0
SELECT count(*) FROM providers.cost_alerts WHERE user_id = 'b0000000-0000-4000-8000-000000000001';

-- case: usage of one user, provider, model and day is one row, so that a booking may be repeated
-- guard: ALTER TABLE providers.usage_tracking
--     DROP CONSTRAINT usage_tracking_user_id_provider_id_model_date_key
-- expect: error 23505
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 1);
-- expect: 1
INSERT INTO providers.usage_tracking AS u (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 5)
ON CONFLICT (user_id, provider_id, model, date)
DO UPDATE SET requests_count = u.requests_count + excluded.requests_count;
-- expect: 84
SELECT requests_count FROM providers.usage_tracking;

-- case: a user has one quota, and one key for each kind of provider
-- guard: ALTER TABLE providers.user_quotas DROP CONSTRAINT user_quotas_user_id_key
-- guard: ALTER TABLE providers.user_providers DROP CONSTRAINT user_providers_user_id_provider_type_key
-- expect: error 23505
INSERT INTO providers.user_quotas
  (user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit) VALUES
  ('a0000000-0000-4000-8000-000000000001', 1, 1, 1, 1);
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm', '\x00000001c30d', 'aaaa');
-- expect: error 23505
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Mine too', 'openai', 'm', '\x00000001c30d', 'bbbb');

-- case: the application books usage, and the alert is raised though it may write none
-- guard: ALTER FUNCTION providers.check_quota() SECURITY INVOKER
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
UPDATE providers.usage_tracking SET requests_count = 85;
-- expect: daily_80
SELECT alert_type FROM providers.cost_alerts;

-- case: a user acknowledges his own alert
-- guard: REVOKE UPDATE (acknowledged) ON providers.cost_alerts FROM app_readwrite
UPDATE providers.usage_tracking SET requests_count = 80;
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
UPDATE providers.cost_alerts SET acknowledged = true, acknowledged_at = now();

-- case: there are six kinds of alerts
-- guard: ALTER TABLE providers.cost_alerts DROP CONSTRAINT cost_alerts_alert_type_check
-- expect: error 23514
INSERT INTO providers.cost_alerts (user_id, alert_type, threshold_percentage)
VALUES ('a0000000-0000-4000-8000-000000000001', 'weekly_80', 80);
