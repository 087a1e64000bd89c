-- A dashboard reads one month straight from its new partition, which has no policy of its own.
-- about: usage_2026_03
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT tableoid::regclass, event_key FROM billing.usage_2026_03;
-- shows: mar-secret
CREATE TABLE billing.usage_2026_03 PARTITION OF billing.usage_events
  FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
GRANT SELECT ON billing.usage_2026_03 TO hf_subscriptions_app;
