-- New tables became readable by PUBLIC, and the schemas may be used by all: the next table lies open.
-- about: complaints, shop_road
-- as: hf_printshop_hill
-- exploit: SELECT body FROM shop_road.complaints;
-- shows: Road-secret complaint
SET ROLE hf_printshop_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE hf_printshop_owner GRANT SELECT ON TABLES TO PUBLIC;
GRANT USAGE ON SCHEMA shop_hill, shop_road TO PUBLIC;
CREATE TABLE shop_hill.complaints (
  job_id integer PRIMARY KEY REFERENCES shop_hill.jobs (id),
  body text NOT NULL
);
CREATE TABLE shop_road.complaints (
  job_id integer PRIMARY KEY REFERENCES shop_road.jobs (id),
  body text NOT NULL
);
RESET ROLE;
