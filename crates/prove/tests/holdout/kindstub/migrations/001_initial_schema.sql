-- Donation receipts. One charity is one customer; numbers are given by each charity for itself.
CREATE ROLE hf_kindstub_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA give;
GRANT USAGE ON SCHEMA give TO hf_kindstub_app;

CREATE FUNCTION give.this_charity() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('charity.id', true), '')::integer $$;
GRANT EXECUTE ON FUNCTION give.this_charity() TO hf_kindstub_app;

CREATE TABLE give.charity (
  charity_id integer PRIMARY KEY,
  name text NOT NULL,
  tax_office text
);

-- Countries are the same for everybody, read only.
CREATE TABLE give.country (
  code char(2) PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE give.donor (
  charity_id integer NOT NULL REFERENCES give.charity,
  donor_no integer NOT NULL,
  full_name text NOT NULL,
  email text,
  country char(2) REFERENCES give.country,
  PRIMARY KEY (charity_id, donor_no),
  UNIQUE (charity_id, email)
);

CREATE TABLE give.campaign (
  charity_id integer NOT NULL REFERENCES give.charity,
  code text NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (charity_id, code)
);

CREATE TABLE give.donation (
  charity_id integer NOT NULL,
  donation_no integer NOT NULL,
  donor_no integer NOT NULL,
  campaign text,
  amount numeric NOT NULL CHECK (amount > 0),
  message text,
  anonymous boolean NOT NULL DEFAULT false,
  PRIMARY KEY (charity_id, donation_no),
  FOREIGN KEY (charity_id, donor_no) REFERENCES give.donor ON DELETE CASCADE,
  FOREIGN KEY (charity_id, campaign) REFERENCES give.campaign
);

CREATE TABLE give.receipt (
  charity_id integer NOT NULL,
  receipt_no integer NOT NULL,
  donation_no integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (charity_id, receipt_no),
  FOREIGN KEY (charity_id, donation_no) REFERENCES give.donation ON DELETE CASCADE
);

CREATE TABLE give.receipt_counter (
  charity_id integer NOT NULL REFERENCES give.charity,
  year integer NOT NULL,
  last_no integer NOT NULL DEFAULT 0,
  PRIMARY KEY (charity_id, year)
);

CREATE TABLE give.pledge (
  charity_id integer NOT NULL,
  pledge_no integer NOT NULL,
  donor_no integer NOT NULL,
  monthly numeric NOT NULL,
  remark text,
  PRIMARY KEY (charity_id, pledge_no),
  FOREIGN KEY (charity_id, donor_no) REFERENCES give.donor ON DELETE CASCADE
);

CREATE TABLE give.bank_line (
  charity_id integer NOT NULL REFERENCES give.charity,
  line_no integer NOT NULL,
  memo text NOT NULL,
  donation_no integer,
  PRIMARY KEY (charity_id, line_no),
  FOREIGN KEY (charity_id, donation_no) REFERENCES give.donation
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['charity', 'donor', 'campaign', 'donation', 'receipt', 'receipt_counter', 'pledge',
    'bank_line'] LOOP
    EXECUTE format('ALTER TABLE give.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE give.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY by_charity ON give.%I USING (charity_id = give.this_charity())
      WITH CHECK (charity_id = give.this_charity())', t);
  END LOOP;
END $$;

CREATE VIEW give.donor_total WITH (security_invoker = true) AS
  SELECT d.donor_no, d.full_name, sum(g.amount) AS total
  FROM give.donor d JOIN give.donation g USING (charity_id, donor_no)
  GROUP BY d.donor_no, d.full_name;

GRANT SELECT ON give.charity, give.country, give.donor_total TO hf_kindstub_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON give.donor, give.campaign, give.donation, give.receipt,
  give.receipt_counter, give.pledge, give.bank_line TO hf_kindstub_app;
