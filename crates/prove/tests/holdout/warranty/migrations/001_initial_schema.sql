CREATE ROLE hf_warranty_app LOGIN;
CREATE ROLE hf_warranty_reports NOLOGIN;

GRANT USAGE ON SCHEMA public TO hf_warranty_app;

CREATE FUNCTION tenancy_maker() RETURNS uuid
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN nullif(current_setting('warranty.maker_id', true), '')::uuid;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN NULL;
END
$$;

CREATE TABLE catalog_fault (
  code varchar(20) PRIMARY KEY,
  label varchar(200) NOT NULL
);
GRANT SELECT ON catalog_fault TO hf_warranty_app;

CREATE TABLE makers_maker (
  id uuid PRIMARY KEY,
  name varchar(200) NOT NULL
);
ALTER TABLE makers_maker ENABLE ROW LEVEL SECURITY;
ALTER TABLE makers_maker FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON makers_maker USING (id = tenancy_maker());
GRANT SELECT ON makers_maker TO hf_warranty_app;

CREATE TABLE products_product (
  maker_id uuid NOT NULL REFERENCES makers_maker (id),
  sku varchar(40) NOT NULL,
  title varchar(200) NOT NULL,
  months integer NOT NULL DEFAULT 24,
  PRIMARY KEY (maker_id, sku)
);
ALTER TABLE products_product ENABLE ROW LEVEL SECURITY;
ALTER TABLE products_product FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON products_product USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON products_product TO hf_warranty_app;

CREATE TABLE owners_owner (
  maker_id uuid NOT NULL REFERENCES makers_maker (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email varchar(254) NOT NULL,
  name varchar(200) NOT NULL,
  PRIMARY KEY (maker_id, id),
  UNIQUE (maker_id, email)
);
ALTER TABLE owners_owner ENABLE ROW LEVEL SECURITY;
ALTER TABLE owners_owner FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON owners_owner USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON owners_owner TO hf_warranty_app;

CREATE TABLE products_unit (
  maker_id uuid NOT NULL,
  serial varchar(60) NOT NULL,
  sku varchar(40) NOT NULL,
  owner_id uuid,
  sold_on date,
  PRIMARY KEY (maker_id, serial),
  FOREIGN KEY (maker_id, sku) REFERENCES products_product (maker_id, sku),
  FOREIGN KEY (maker_id, owner_id) REFERENCES owners_owner (maker_id, id)
);
ALTER TABLE products_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE products_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON products_unit USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON products_unit TO hf_warranty_app;

-- The reference of a claim is random and never shown to anybody but its maker.
CREATE TABLE claims_claim (
  maker_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number integer NOT NULL,
  serial varchar(60) NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'new',
  story text NOT NULL,
  PRIMARY KEY (maker_id, id),
  UNIQUE (maker_id, number),
  FOREIGN KEY (maker_id, serial) REFERENCES products_unit (maker_id, serial)
);
ALTER TABLE claims_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON claims_claim USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_claim TO hf_warranty_app;

CREATE TABLE claims_part (
  maker_id uuid NOT NULL,
  claim_number integer NOT NULL,
  line integer NOT NULL,
  part varchar(60) NOT NULL,
  price numeric(10,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (maker_id, claim_number, line),
  FOREIGN KEY (maker_id, claim_number) REFERENCES claims_claim (maker_id, number) ON DELETE CASCADE
);
ALTER TABLE claims_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_part FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON claims_part USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_part TO hf_warranty_app;

CREATE TABLE claims_event (
  maker_id uuid NOT NULL,
  claim_number integer NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  data jsonb NOT NULL,
  PRIMARY KEY (maker_id, claim_number, at),
  FOREIGN KEY (maker_id, claim_number) REFERENCES claims_claim (maker_id, number) ON DELETE CASCADE
);
ALTER TABLE claims_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_event FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON claims_event USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_event TO hf_warranty_app;

CREATE TABLE repairs_partner (
  maker_id uuid NOT NULL REFERENCES makers_maker (id),
  code varchar(40) NOT NULL,
  rate numeric(8,2) NOT NULL,
  contact text,
  PRIMARY KEY (maker_id, code)
);
ALTER TABLE repairs_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE repairs_partner FORCE ROW LEVEL SECURITY;
CREATE POLICY maker_only ON repairs_partner USING (maker_id = tenancy_maker());
GRANT SELECT, INSERT, UPDATE, DELETE ON repairs_partner TO hf_warranty_app;

-- The open claims of the maker, for the first page.
CREATE VIEW claims_open WITH (security_invoker = true) AS
  SELECT c.number, c.serial, c.story FROM claims_claim c WHERE c.status <> 'closed';
GRANT SELECT ON claims_open TO hf_warranty_app;
