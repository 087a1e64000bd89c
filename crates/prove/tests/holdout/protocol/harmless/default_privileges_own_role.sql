-- Later tables of a sponsor are open to the login of the same sponsor and to nobody else.
ALTER DEFAULT PRIVILEGES IN SCHEMA road GRANT SELECT ON TABLES TO hf_protocol_road;
CREATE TABLE road.consents (
  subject_id integer NOT NULL REFERENCES road.subjects,
  signed_by text NOT NULL
);
