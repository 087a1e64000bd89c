-- Mail addresses are unique without case, but within a merchant: nobody learns of the others.
CREATE UNIQUE INDEX customers_email_once ON billing.customers (merchant_id, lower(email))
  WHERE deleted_at IS NULL;
