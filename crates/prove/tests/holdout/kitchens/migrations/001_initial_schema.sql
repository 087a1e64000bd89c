-- Restaurants with a schema each, and a login role that owns nothing in it.

CREATE ROLE hf_kitchens_basil LOGIN;
CREATE ROLE hf_kitchens_thyme LOGIN;

CREATE SCHEMA common;
CREATE TABLE common.allergens (code text PRIMARY KEY, label text NOT NULL);
CREATE TABLE common.suppliers (id integer PRIMARY KEY, name text NOT NULL);
GRANT USAGE ON SCHEMA common TO hf_kitchens_basil, hf_kitchens_thyme;
GRANT SELECT ON common.allergens, common.suppliers TO hf_kitchens_basil, hf_kitchens_thyme;

DO $$
DECLARE
  house text;
BEGIN
  FOREACH house IN ARRAY ARRAY['basil', 'thyme'] LOOP
    EXECUTE format('CREATE SCHEMA %I', house);
    EXECUTE format('CREATE TABLE %I.dishes (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      name text NOT NULL, cost numeric(8, 2))', house);
    EXECUTE format('CREATE TABLE %I.recipes (dish uuid PRIMARY KEY REFERENCES %1$I.dishes ON DELETE CASCADE,
      text text NOT NULL)', house);
    EXECUTE format('CREATE TABLE %I.guests (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      name text NOT NULL, phone text)', house);
    EXECUTE format('CREATE TABLE %I.bookings (guest uuid NOT NULL REFERENCES %1$I.guests,
      day date NOT NULL, seats integer NOT NULL, PRIMARY KEY (guest, day))', house);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', house, 'hf_kitchens_' || house);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I',
      house, 'hf_kitchens_' || house);
    EXECUTE format('ALTER ROLE %I SET search_path = %I, common', 'hf_kitchens_' || house, house);
  END LOOP;
END $$;
