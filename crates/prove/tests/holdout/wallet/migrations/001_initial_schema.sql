-- Money accounts behind functions only: the application has no right on any table.

CREATE ROLE ho_wallet_api LOGIN;
CREATE SCHEMA bank;
CREATE SCHEMA api;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE bank.tenants (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
CREATE TABLE bank.wallets (
  tenant_id uuid NOT NULL REFERENCES bank.tenants,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  holder text NOT NULL,
  balance numeric(14, 2) NOT NULL DEFAULT 0 CHECK (balance >= 0),
  PRIMARY KEY (tenant_id, id)
);
CREATE TABLE bank.transfers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source uuid NOT NULL,
  target uuid NOT NULL,
  amount numeric(14, 2) NOT NULL CHECK (amount > 0),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, source) REFERENCES bank.wallets,
  FOREIGN KEY (tenant_id, target) REFERENCES bank.wallets
);
CREATE TABLE bank.limits (
  tenant_id uuid PRIMARY KEY REFERENCES bank.tenants,
  daily numeric(14, 2) NOT NULL DEFAULT 1000
);
CREATE TABLE bank.cards (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  wallet_id uuid NOT NULL,
  last_four char(4) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, wallet_id) REFERENCES bank.wallets
);
CREATE TABLE bank.events (
  tenant_id uuid NOT NULL REFERENCES bank.tenants,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  what text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE FUNCTION bank.tenant() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('bank.tenant_id', true), '')::uuid $$;

CREATE FUNCTION api.open_wallet(wallet_holder text) RETURNS uuid LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ INSERT INTO bank.wallets (tenant_id, holder) VALUES (bank.tenant(), wallet_holder) RETURNING id $$;

CREATE FUNCTION api.wallets() RETURNS TABLE (id uuid, holder text, balance numeric) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT w.id, w.holder, w.balance FROM bank.wallets w WHERE w.tenant_id = bank.tenant() $$;

CREATE FUNCTION api.transfer(source_id uuid, target_id uuid, sum numeric) RETURNS uuid LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  made uuid;
BEGIN
  UPDATE bank.wallets SET balance = balance - sum WHERE tenant_id = bank.tenant() AND id = source_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such wallet';
  END IF;
  UPDATE bank.wallets SET balance = balance + sum WHERE tenant_id = bank.tenant() AND id = target_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such wallet';
  END IF;
  INSERT INTO bank.transfers (tenant_id, source, target, amount)
  VALUES (bank.tenant(), source_id, target_id, sum) RETURNING id INTO made;
  RETURN made;
END $$;

CREATE FUNCTION api.cards_of(wallet uuid) RETURNS TABLE (id uuid, last_four char(4)) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT c.id, c.last_four FROM bank.cards c WHERE c.tenant_id = bank.tenant() AND c.wallet_id = wallet
  $$;

GRANT USAGE ON SCHEMA api, bank TO ho_wallet_api;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO ho_wallet_api;
