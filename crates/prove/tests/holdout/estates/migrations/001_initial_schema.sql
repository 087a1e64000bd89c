-- Estate agents: the tables are closed, views with their owner's rights show each office its own.

CREATE ROLE hf_estates_app LOGIN;
CREATE SCHEMA data;
CREATE SCHEMA office;

CREATE TABLE data.offices (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE data.owners (
  office_id integer NOT NULL REFERENCES data.offices,
  owner_no integer NOT NULL,
  name text NOT NULL,
  phone text,
  PRIMARY KEY (office_id, owner_no)
);
CREATE TABLE data.houses (
  office_id integer NOT NULL,
  house_no integer NOT NULL,
  owner_no integer NOT NULL,
  address text NOT NULL,
  lowest_price numeric(12, 2),
  PRIMARY KEY (office_id, house_no),
  FOREIGN KEY (office_id, owner_no) REFERENCES data.owners
);
CREATE TABLE data.visits (
  office_id integer NOT NULL,
  house_no integer NOT NULL,
  visitor text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (office_id, house_no, visitor, day),
  FOREIGN KEY (office_id, house_no) REFERENCES data.houses ON DELETE CASCADE
);
CREATE TABLE data.offers (
  office_id integer NOT NULL,
  house_no integer NOT NULL,
  bidder text NOT NULL,
  amount numeric(12, 2) NOT NULL,
  PRIMARY KEY (office_id, house_no, bidder),
  FOREIGN KEY (office_id, house_no) REFERENCES data.houses ON DELETE CASCADE
);

CREATE FUNCTION data.office() RETURNS integer LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('estates.office', true), '')::integer $$;

-- The office is filled in here, and has no column in the views: nothing can be written under another's name.
CREATE FUNCTION data.fill_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.office_id := nullif(current_setting('estates.office', true), '')::integer;
  RETURN new;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['owners', 'houses', 'visits', 'offers'] LOOP
    EXECUTE format('CREATE TRIGGER fill_office BEFORE INSERT ON data.%I
      FOR EACH ROW EXECUTE FUNCTION data.fill_office()', name);
  END LOOP;
END $$;

CREATE VIEW office.owners WITH (security_barrier = true) AS
  SELECT owner_no, name, phone FROM data.owners WHERE office_id = data.office();
CREATE VIEW office.houses WITH (security_barrier = true) AS
  SELECT house_no, owner_no, address, lowest_price FROM data.houses WHERE office_id = data.office();
CREATE VIEW office.visits WITH (security_barrier = true) AS
  SELECT house_no, visitor, day FROM data.visits WHERE office_id = data.office();
CREATE VIEW office.offers WITH (security_barrier = true) AS
  SELECT house_no, bidder, amount FROM data.offers WHERE office_id = data.office();

GRANT USAGE ON SCHEMA office TO hf_estates_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON office.owners, office.houses, office.visits, office.offers
  TO hf_estates_app;
