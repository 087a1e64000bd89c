-- One account for each mail address: a duplicate tells that another merchant has this customer.
-- about: customers_email, customers
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO billing.customers VALUES (billing.current_merchant(), DEFAULT, 'B@b.test', 'x');
-- shows: duplicate key value
CREATE UNIQUE INDEX customers_email_once ON billing.customers (lower(email)) WHERE deleted_at IS NULL;
