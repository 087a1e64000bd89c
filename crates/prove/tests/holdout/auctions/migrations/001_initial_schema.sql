CREATE ROLE hf_auctions_app LOGIN;
CREATE ROLE hf_auctions_kiosk NOLOGIN;

CREATE SCHEMA auc;
GRANT USAGE ON SCHEMA auc TO hf_auctions_app;

-- The house of the running transaction; nothing set means no house.
CREATE FUNCTION auc.current_house() RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.house_id', true), '')::uuid
$$;

CREATE TABLE auc.currencies (
  code char(3) PRIMARY KEY,
  digits smallint NOT NULL
);
GRANT SELECT ON auc.currencies TO hf_auctions_app;

CREATE TABLE auc.houses (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  currency char(3) NOT NULL REFERENCES auc.currencies (code)
);
ALTER TABLE auc.houses ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.houses FORCE ROW LEVEL SECURITY;
CREATE POLICY houses_own ON auc.houses USING (id = auc.current_house());
GRANT SELECT ON auc.houses TO hf_auctions_app;

CREATE TABLE auc.bidders (
  house_id uuid NOT NULL REFERENCES auc.houses (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  credit_limit numeric(12,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (house_id, id),
  UNIQUE (house_id, email)
);
ALTER TABLE auc.bidders ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.bidders FORCE ROW LEVEL SECURITY;
CREATE POLICY bidders_by_house ON auc.bidders USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE, DELETE ON auc.bidders TO hf_auctions_app;

CREATE TABLE auc.consignors (
  house_id uuid NOT NULL REFERENCES auc.houses (id),
  code text NOT NULL,
  name text NOT NULL,
  bank_account text,
  PRIMARY KEY (house_id, code)
);
ALTER TABLE auc.consignors ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.consignors FORCE ROW LEVEL SECURITY;
CREATE POLICY consignors_by_house ON auc.consignors USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE, DELETE ON auc.consignors TO hf_auctions_app;

CREATE TABLE auc.sales (
  house_id uuid NOT NULL REFERENCES auc.houses (id),
  sale_no integer NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'closed')),
  opens_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (house_id, sale_no)
);
ALTER TABLE auc.sales ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.sales FORCE ROW LEVEL SECURITY;
CREATE POLICY sales_by_house ON auc.sales USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE, DELETE ON auc.sales TO hf_auctions_app;

CREATE TABLE auc.lots (
  house_id uuid NOT NULL,
  sale_no integer NOT NULL,
  lot_no integer NOT NULL,
  title text NOT NULL,
  reserve numeric(12,2),
  high_bid numeric(12,2) NOT NULL DEFAULT 0,
  consignor_code text,
  PRIMARY KEY (house_id, sale_no, lot_no),
  FOREIGN KEY (house_id, sale_no) REFERENCES auc.sales (house_id, sale_no) ON DELETE CASCADE,
  FOREIGN KEY (house_id, consignor_code) REFERENCES auc.consignors (house_id, code)
);
ALTER TABLE auc.lots ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.lots FORCE ROW LEVEL SECURITY;
CREATE POLICY lots_by_house ON auc.lots USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE, DELETE ON auc.lots TO hf_auctions_app;

CREATE TABLE auc.bids (
  house_id uuid NOT NULL,
  sale_no integer NOT NULL,
  lot_no integer NOT NULL,
  bidder_id uuid NOT NULL,
  amount numeric(12,2) NOT NULL CHECK (amount > 0),
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (house_id, sale_no, lot_no, amount),
  FOREIGN KEY (house_id, sale_no, lot_no) REFERENCES auc.lots (house_id, sale_no, lot_no) ON DELETE CASCADE,
  FOREIGN KEY (house_id, bidder_id) REFERENCES auc.bidders (house_id, id)
);
ALTER TABLE auc.bids ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.bids FORCE ROW LEVEL SECURITY;
CREATE POLICY bids_by_house ON auc.bids USING (house_id = auc.current_house());
GRANT SELECT, INSERT ON auc.bids TO hf_auctions_app;

CREATE TABLE auc.invoices (
  house_id uuid NOT NULL,
  invoice_no integer NOT NULL,
  bidder_id uuid NOT NULL,
  total numeric(12,2) NOT NULL,
  remark text,
  PRIMARY KEY (house_id, invoice_no),
  FOREIGN KEY (house_id, bidder_id) REFERENCES auc.bidders (house_id, id)
);
ALTER TABLE auc.invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY invoices_by_house ON auc.invoices USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE ON auc.invoices TO hf_auctions_app;

CREATE TABLE auc.absentee_bids (
  house_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bidder_id uuid NOT NULL,
  maximum numeric(12,2) NOT NULL,
  wish text,
  PRIMARY KEY (house_id, id),
  FOREIGN KEY (house_id, bidder_id) REFERENCES auc.bidders (house_id, id) ON DELETE CASCADE
);
ALTER TABLE auc.absentee_bids ENABLE ROW LEVEL SECURITY;
ALTER TABLE auc.absentee_bids FORCE ROW LEVEL SECURITY;
CREATE POLICY absentee_bids_by_house ON auc.absentee_bids USING (house_id = auc.current_house());
GRANT SELECT, INSERT, UPDATE, DELETE ON auc.absentee_bids TO hf_auctions_app;

-- The highest bid is kept with the lot, for the screen in the saleroom.
CREATE FUNCTION auc.keep_high_bid() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE auc.lots l
     SET high_bid = greatest(l.high_bid, NEW.amount)
   WHERE l.house_id = NEW.house_id AND l.sale_no = NEW.sale_no AND l.lot_no = NEW.lot_no;
  RETURN NULL;
END
$$;
CREATE TRIGGER bids_high AFTER INSERT ON auc.bids
  FOR EACH ROW EXECUTE FUNCTION auc.keep_high_bid();
