-- New tables of a shop's schema are opened to that shop's login only.
SET ROLE hf_printshop_owner;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop_hill
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_printshop_hill;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop_road
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_printshop_road;
CREATE TABLE shop_hill.complaints (
  job_id integer PRIMARY KEY REFERENCES shop_hill.jobs (id),
  body text NOT NULL
);
CREATE TABLE shop_road.complaints (
  job_id integer PRIMARY KEY REFERENCES shop_road.jobs (id),
  body text NOT NULL
);
RESET ROLE;
