-- Radio stations: a schema and a login for each, a group that both belong to for the common part.
CREATE ROLE hf_stations_owner NOLOGIN;
CREATE ROLE hf_stations_web NOLOGIN;
CREATE ROLE hf_stations_hill LOGIN IN ROLE hf_stations_web;
CREATE ROLE hf_stations_road LOGIN IN ROLE hf_stations_web;

CREATE SCHEMA air AUTHORIZATION hf_stations_owner;
CREATE SCHEMA hill AUTHORIZATION hf_stations_owner;
CREATE SCHEMA road AUTHORIZATION hf_stations_owner;

SET ROLE hf_stations_owner;
CREATE TABLE air.genres (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE hill.hosts (
  nr integer PRIMARY KEY,
  name text NOT NULL,
  phone text
);

CREATE TABLE hill.shows (
  code text PRIMARY KEY,
  host_nr integer NOT NULL REFERENCES hill.hosts (nr),
  title text NOT NULL
);

CREATE TABLE hill.songs (
  nr integer PRIMARY KEY,
  genre text NOT NULL REFERENCES air.genres (code),
  title text NOT NULL
);

CREATE TABLE hill.plays (
  song_nr integer NOT NULL REFERENCES hill.songs (nr),
  at timestamptz NOT NULL,
  show_code text REFERENCES hill.shows (code),
  PRIMARY KEY (song_nr, at)
);

CREATE TABLE hill.wishes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  listener text NOT NULL,
  body text NOT NULL
);

CREATE TABLE hill.sponsors (
  name text PRIMARY KEY,
  per_month numeric(10, 2) NOT NULL
);

CREATE TABLE road.hosts (
  nr integer PRIMARY KEY,
  name text NOT NULL,
  phone text
);

CREATE TABLE road.shows (
  code text PRIMARY KEY,
  host_nr integer NOT NULL REFERENCES road.hosts (nr),
  title text NOT NULL
);

CREATE TABLE road.songs (
  nr integer PRIMARY KEY,
  genre text NOT NULL REFERENCES air.genres (code),
  title text NOT NULL
);

CREATE TABLE road.plays (
  song_nr integer NOT NULL REFERENCES road.songs (nr),
  at timestamptz NOT NULL,
  show_code text REFERENCES road.shows (code),
  PRIMARY KEY (song_nr, at)
);

CREATE TABLE road.wishes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  listener text NOT NULL,
  body text NOT NULL
);

CREATE TABLE road.sponsors (
  name text PRIMARY KEY,
  per_month numeric(10, 2) NOT NULL
);

GRANT USAGE ON SCHEMA air TO hf_stations_web;
GRANT SELECT ON air.genres TO hf_stations_web;
GRANT USAGE ON SCHEMA hill TO hf_stations_hill;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA hill TO hf_stations_hill;
GRANT USAGE ON SCHEMA road TO hf_stations_road;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA road TO hf_stations_road;
RESET ROLE;
