-- Subscription billing. A merchant is a tenant; the application names it in billing.merchant_id.
CREATE ROLE hf_subscriptions_app LOGIN;
CREATE ROLE hf_subscriptions_finance NOLOGIN;

CREATE SCHEMA billing;
GRANT USAGE ON SCHEMA billing TO hf_subscriptions_app, hf_subscriptions_finance;

CREATE FUNCTION billing.current_merchant() RETURNS uuid
LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('billing.merchant_id', true), '')::uuid $$;

CREATE TABLE billing.currencies (
  code text PRIMARY KEY,
  digits int NOT NULL DEFAULT 2
);

CREATE TABLE billing.merchants (
  merchant_id uuid PRIMARY KEY,
  name text NOT NULL,
  status text NOT NULL DEFAULT 'active'
);

CREATE TABLE billing.plans (
  merchant_id uuid NOT NULL REFERENCES billing.merchants,
  plan_id uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  title text NOT NULL,
  amount numeric(12, 2) NOT NULL CHECK (amount >= 0),
  currency text NOT NULL DEFAULT 'EUR' REFERENCES billing.currencies,
  is_public boolean NOT NULL DEFAULT false,
  PRIMARY KEY (merchant_id, plan_id),
  UNIQUE (merchant_id, code)
);

CREATE TABLE billing.customers (
  merchant_id uuid NOT NULL REFERENCES billing.merchants,
  customer_id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (merchant_id, customer_id),
  UNIQUE (merchant_id, email)
);

CREATE TABLE billing.subscriptions (
  merchant_id uuid NOT NULL,
  subscription_id uuid NOT NULL DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'active',
  renews_on date,
  PRIMARY KEY (merchant_id, subscription_id),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES billing.customers ON DELETE CASCADE,
  FOREIGN KEY (merchant_id, plan_id) REFERENCES billing.plans
);

-- Numbers of invoices run for each merchant on their own.
CREATE TABLE billing.invoice_counters (
  merchant_id uuid PRIMARY KEY REFERENCES billing.merchants,
  last_number bigint NOT NULL DEFAULT 0
);

CREATE TABLE billing.invoices (
  merchant_id uuid NOT NULL,
  invoice_number bigint NOT NULL,
  subscription_id uuid NOT NULL,
  total numeric(12, 2) NOT NULL,
  memo text,
  status text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (merchant_id, invoice_number),
  FOREIGN KEY (merchant_id, subscription_id) REFERENCES billing.subscriptions ON DELETE CASCADE
);

CREATE TABLE billing.usage_events (
  merchant_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  happened_at timestamptz NOT NULL,
  event_key text NOT NULL,
  quantity numeric NOT NULL DEFAULT 1,
  PRIMARY KEY (merchant_id, event_key, happened_at),
  FOREIGN KEY (merchant_id, subscription_id) REFERENCES billing.subscriptions ON DELETE CASCADE
) PARTITION BY RANGE (happened_at);
CREATE TABLE billing.usage_2026_01 PARTITION OF billing.usage_events
  FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE billing.usage_2026_02 PARTITION OF billing.usage_events
  FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE billing.usage_rest PARTITION OF billing.usage_events DEFAULT;

CREATE TABLE billing.webhook_queue (
  merchant_id uuid NOT NULL REFERENCES billing.merchants,
  job_id uuid NOT NULL DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  taken_at timestamptz,
  PRIMARY KEY (merchant_id, job_id)
);

CREATE TABLE billing.audit_log (
  merchant_id uuid NOT NULL REFERENCES billing.merchants,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  action text NOT NULL,
  old_row jsonb,
  new_row jsonb,
  PRIMARY KEY (merchant_id, entry_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['merchants', 'plans', 'customers', 'subscriptions', 'invoice_counters',
      'invoices', 'usage_events', 'usage_2026_01', 'usage_2026_02', 'usage_rest', 'webhook_queue',
      'audit_log'] LOOP
    EXECUTE format('ALTER TABLE billing.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE billing.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_merchant ON billing.%I TO hf_subscriptions_app
      USING (merchant_id = billing.current_merchant())
      WITH CHECK (merchant_id = billing.current_merchant())', t);
  END LOOP;
END $$;

GRANT SELECT ON billing.currencies, billing.merchants, billing.audit_log TO hf_subscriptions_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON billing.plans, billing.customers, billing.subscriptions,
  billing.invoices, billing.usage_events, billing.webhook_queue TO hf_subscriptions_app;

-- The counter goes by the trigger, under the policies of the caller.
CREATE FUNCTION billing.number_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO billing.invoice_counters AS c (merchant_id, last_number) VALUES (NEW.merchant_id, 1)
    ON CONFLICT (merchant_id) DO UPDATE SET last_number = c.last_number + 1
    RETURNING c.last_number INTO NEW.invoice_number;
  RETURN NEW;
END $$;
GRANT SELECT, INSERT, UPDATE ON billing.invoice_counters TO hf_subscriptions_app;
CREATE TRIGGER number_invoice BEFORE INSERT ON billing.invoices
  FOR EACH ROW EXECUTE FUNCTION billing.number_invoice();

CREATE FUNCTION billing.log_customer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = billing, pg_temp AS $$
BEGIN
  INSERT INTO billing.audit_log (merchant_id, action, old_row, new_row)
    VALUES (NEW.merchant_id, TG_OP, CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END, to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION billing.log_customer() FROM PUBLIC;
CREATE TRIGGER log_customer AFTER INSERT OR UPDATE ON billing.customers
  FOR EACH ROW EXECUTE FUNCTION billing.log_customer();

-- Revenue by plan: the materialized view is closed, the view before it filters.
CREATE MATERIALIZED VIEW billing.revenue_by_plan AS
  SELECT p.merchant_id, p.code, p.title, count(s.*) AS subscribers, sum(p.amount) AS monthly
  FROM billing.plans p LEFT JOIN billing.subscriptions s USING (merchant_id, plan_id)
  GROUP BY p.merchant_id, p.code, p.title;
CREATE VIEW billing.my_revenue WITH (security_barrier = true) AS
  SELECT * FROM billing.revenue_by_plan WHERE merchant_id = billing.current_merchant();
GRANT SELECT ON billing.my_revenue TO hf_subscriptions_app;
CREATE VIEW billing.open_invoices WITH (security_invoker = true) AS
  SELECT i.merchant_id, i.invoice_number, i.total, i.memo, s.state
  FROM billing.invoices i JOIN billing.subscriptions s USING (merchant_id, subscription_id)
  WHERE i.status <> 'paid';
GRANT SELECT ON billing.open_invoices TO hf_subscriptions_app;
