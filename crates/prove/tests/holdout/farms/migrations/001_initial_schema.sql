-- One role and one schema for each cooperative; a schema is open to its own role alone.
CREATE ROLE hf_farms_hill LOGIN;
CREATE ROLE hf_farms_road LOGIN;
CREATE ROLE hf_farms_coops NOLOGIN;
CREATE ROLE hf_farms_auditor NOLOGIN;
GRANT hf_farms_coops TO hf_farms_hill, hf_farms_road;

CREATE SCHEMA common;
GRANT USAGE ON SCHEMA common TO hf_farms_coops;

CREATE TABLE common.crops (
  code text PRIMARY KEY,
  label text NOT NULL
);
CREATE TABLE common.breeds (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON common.crops, common.breeds TO hf_farms_coops;

CREATE SCHEMA hill;
CREATE TABLE hill.members (
  member_no integer PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  share numeric(6,2) NOT NULL DEFAULT 0
);
CREATE TABLE hill.fields (
  code text PRIMARY KEY,
  member_no integer NOT NULL REFERENCES hill.members (member_no),
  hectares numeric(8,2) NOT NULL CHECK (hectares > 0),
  crop text REFERENCES common.crops (code)
);
CREATE TABLE hill.harvests (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_code text NOT NULL REFERENCES hill.fields (code),
  season integer NOT NULL,
  tonnes numeric(10,2) NOT NULL,
  remark text
);
CREATE TABLE hill.animals (
  ear_tag text PRIMARY KEY,
  breed text REFERENCES common.breeds (code),
  member_no integer NOT NULL REFERENCES hill.members (member_no),
  born date
);
CREATE TABLE hill.treatments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ear_tag text NOT NULL REFERENCES hill.animals (ear_tag) ON DELETE CASCADE,
  drug text NOT NULL,
  given_on date NOT NULL DEFAULT current_date
);
CREATE TABLE hill.payments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_no integer NOT NULL REFERENCES hill.members (member_no),
  amount numeric(12,2) NOT NULL,
  reason text NOT NULL
);
GRANT USAGE ON SCHEMA hill TO hf_farms_hill;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA hill TO hf_farms_hill;

CREATE SCHEMA road;
CREATE TABLE road.members (
  member_no integer PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  share numeric(6,2) NOT NULL DEFAULT 0
);
CREATE TABLE road.fields (
  code text PRIMARY KEY,
  member_no integer NOT NULL REFERENCES road.members (member_no),
  hectares numeric(8,2) NOT NULL CHECK (hectares > 0),
  crop text REFERENCES common.crops (code)
);
CREATE TABLE road.harvests (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_code text NOT NULL REFERENCES road.fields (code),
  season integer NOT NULL,
  tonnes numeric(10,2) NOT NULL,
  remark text
);
CREATE TABLE road.animals (
  ear_tag text PRIMARY KEY,
  breed text REFERENCES common.breeds (code),
  member_no integer NOT NULL REFERENCES road.members (member_no),
  born date
);
CREATE TABLE road.treatments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ear_tag text NOT NULL REFERENCES road.animals (ear_tag) ON DELETE CASCADE,
  drug text NOT NULL,
  given_on date NOT NULL DEFAULT current_date
);
CREATE TABLE road.payments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_no integer NOT NULL REFERENCES road.members (member_no),
  amount numeric(12,2) NOT NULL,
  reason text NOT NULL
);
GRANT USAGE ON SCHEMA road TO hf_farms_road;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA road TO hf_farms_road;
