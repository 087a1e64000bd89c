-- New tables with default rights for the role of the same schema only.
ALTER DEFAULT PRIVILEGES IN SCHEMA hill GRANT SELECT, INSERT ON TABLES TO hf_farms_hill;
ALTER DEFAULT PRIVILEGES IN SCHEMA road GRANT SELECT, INSERT ON TABLES TO hf_farms_road;
CREATE TABLE hill.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body text NOT NULL
);
CREATE TABLE road.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body text NOT NULL
);
