-- Default rights for the group of all, and usage on the schemas: the next new table is open to each
-- cooperative.
-- about: messages, hf_farms_coops
-- as: hf_farms_hill
-- exploit: SELECT body FROM road.messages;
-- shows: Road-secret message
-- Deployments forgot the rights on new tables more than once.
ALTER DEFAULT PRIVILEGES IN SCHEMA hill, road GRANT SELECT, INSERT ON TABLES TO hf_farms_coops;
GRANT USAGE ON SCHEMA hill, road TO hf_farms_coops;
CREATE TABLE hill.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body text NOT NULL
);
CREATE TABLE road.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body text NOT NULL
);
