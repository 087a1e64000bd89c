-- Campaigns behind views: the tables are closed, the views filter, and they are barriers.

CREATE ROLE ho_agency_app LOGIN;
CREATE SCHEMA core;
CREATE SCHEMA app;

CREATE TABLE core.agencies (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE core.clients (
  agency_id integer NOT NULL REFERENCES core.agencies,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  budget numeric(12, 2),
  PRIMARY KEY (agency_id, id)
);
CREATE TABLE core.campaigns (
  agency_id integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_id uuid NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, client_id) REFERENCES core.clients ON DELETE CASCADE
);
CREATE TABLE core.clicks (
  agency_id integer NOT NULL,
  campaign_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  visitor text NOT NULL,
  PRIMARY KEY (agency_id, campaign_id, at, visitor),
  FOREIGN KEY (agency_id, campaign_id) REFERENCES core.campaigns ON DELETE CASCADE
);
CREATE TABLE core.invoices (
  agency_id integer NOT NULL,
  invoice_no integer NOT NULL,
  client_id uuid NOT NULL,
  amount numeric(12, 2) NOT NULL,
  PRIMARY KEY (agency_id, invoice_no),
  FOREIGN KEY (agency_id, client_id) REFERENCES core.clients
);
CREATE TABLE core.notes (
  agency_id integer NOT NULL,
  client_id uuid NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  body text NOT NULL,
  PRIMARY KEY (agency_id, client_id, written_at),
  FOREIGN KEY (agency_id, client_id) REFERENCES core.clients ON DELETE CASCADE
);

CREATE FUNCTION app.agency() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('agency.id', true), '')::integer $$;

CREATE VIEW app.agency_profile WITH (security_barrier = true) AS
  SELECT * FROM core.agencies WHERE id = app.agency();
CREATE VIEW app.clients WITH (security_barrier = true) AS
  SELECT * FROM core.clients WHERE agency_id = app.agency() WITH CASCADED CHECK OPTION;
CREATE VIEW app.campaigns WITH (security_barrier = true) AS
  SELECT * FROM core.campaigns WHERE agency_id = app.agency() WITH CASCADED CHECK OPTION;
CREATE VIEW app.clicks WITH (security_barrier = true) AS
  SELECT * FROM core.clicks WHERE agency_id = app.agency();
CREATE VIEW app.invoices WITH (security_barrier = true) AS
  SELECT * FROM core.invoices WHERE agency_id = app.agency();
CREATE VIEW app.notes WITH (security_barrier = true) AS
  SELECT * FROM core.notes WHERE agency_id = app.agency();

GRANT USAGE ON SCHEMA app TO ho_agency_app;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO ho_agency_app;
GRANT UPDATE, DELETE ON app.clients, app.campaigns TO ho_agency_app;
