-- Each printing shop works in its own schema with its own login. The owner of all tables cannot sign in.
CREATE ROLE hf_printshop_owner NOLOGIN;
CREATE ROLE hf_printshop_hill LOGIN;
CREATE ROLE hf_printshop_road LOGIN;
ALTER ROLE hf_printshop_hill SET search_path = shop_hill, common;
ALTER ROLE hf_printshop_road SET search_path = shop_road, common;

CREATE SCHEMA common AUTHORIZATION hf_printshop_owner;
CREATE SCHEMA shop_hill AUTHORIZATION hf_printshop_owner;
CREATE SCHEMA shop_road AUTHORIZATION hf_printshop_owner;

SET ROLE hf_printshop_owner;

-- Reference data that every shop reads and none writes.
CREATE TABLE common.paper_sorts (
  code text PRIMARY KEY,
  grams integer NOT NULL,
  label text NOT NULL
);

CREATE TABLE common.notices (
  id integer PRIMARY KEY,
  body text NOT NULL
);

CREATE TABLE shop_hill.customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  address text
);

CREATE TABLE shop_hill.jobs (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES shop_hill.customers (id),
  title text NOT NULL,
  copies integer NOT NULL DEFAULT 1
);

CREATE TABLE shop_hill.proofs (
  job_id integer NOT NULL REFERENCES shop_hill.jobs (id) ON DELETE CASCADE,
  nr smallint NOT NULL,
  remark text,
  PRIMARY KEY (job_id, nr)
);

CREATE TABLE shop_hill.stock (
  paper text PRIMARY KEY REFERENCES common.paper_sorts (code),
  sheets integer NOT NULL
);

CREATE TABLE shop_hill.invoices (
  nr integer PRIMARY KEY,
  job_id integer NOT NULL REFERENCES shop_hill.jobs (id),
  total numeric(10, 2) NOT NULL
);

CREATE TABLE shop_hill.machines (
  name text PRIMARY KEY,
  serial text
);

CREATE TABLE shop_road.customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  address text
);

CREATE TABLE shop_road.jobs (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES shop_road.customers (id),
  title text NOT NULL,
  copies integer NOT NULL DEFAULT 1
);

CREATE TABLE shop_road.proofs (
  job_id integer NOT NULL REFERENCES shop_road.jobs (id) ON DELETE CASCADE,
  nr smallint NOT NULL,
  remark text,
  PRIMARY KEY (job_id, nr)
);

CREATE TABLE shop_road.stock (
  paper text PRIMARY KEY REFERENCES common.paper_sorts (code),
  sheets integer NOT NULL
);

CREATE TABLE shop_road.invoices (
  nr integer PRIMARY KEY,
  job_id integer NOT NULL REFERENCES shop_road.jobs (id),
  total numeric(10, 2) NOT NULL
);

CREATE TABLE shop_road.machines (
  name text PRIMARY KEY,
  serial text
);

GRANT USAGE ON SCHEMA common TO hf_printshop_hill, hf_printshop_road;
GRANT SELECT ON common.paper_sorts, common.notices TO hf_printshop_hill, hf_printshop_road;
GRANT USAGE ON SCHEMA shop_hill TO hf_printshop_hill;
GRANT USAGE ON SCHEMA shop_road TO hf_printshop_road;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shop_hill TO hf_printshop_hill;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shop_road TO hf_printshop_road;
RESET ROLE;
