-- A new month: the partition has no grant, and its own policy as well, so it is read through the parent only.
CREATE TABLE billing.usage_2026_03 PARTITION OF billing.usage_events
  FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
ALTER TABLE billing.usage_2026_03 ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.usage_2026_03 FORCE ROW LEVEL SECURITY;
CREATE POLICY own_merchant ON billing.usage_2026_03 TO hf_subscriptions_app
  USING (merchant_id = billing.current_merchant()) WITH CHECK (merchant_id = billing.current_merchant());
