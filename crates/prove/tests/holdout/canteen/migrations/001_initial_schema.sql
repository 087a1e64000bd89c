-- School canteens. Districts are known by a short name; a second setting narrows a session to one school.
CREATE ROLE hf_canteen_app LOGIN;
-- The nightly batch of the vendor. Nobody signs in with it.
CREATE ROLE hf_canteen_batch NOLOGIN BYPASSRLS;
CREATE SCHEMA canteen;
GRANT USAGE ON SCHEMA canteen TO hf_canteen_app, hf_canteen_batch;

CREATE DOMAIN canteen.slug AS text CHECK (VALUE ~ '^[a-z][a-z0-9-]{1,40}$');

CREATE FUNCTION canteen.cur_district() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('canteen.district', true), '')
$$;
CREATE FUNCTION canteen.cur_school() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('canteen.school', true), '')
$$;

CREATE TABLE canteen.allergens (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE canteen.districts (
  id canteen.slug PRIMARY KEY,
  name text NOT NULL,
  subsidy_cents int NOT NULL DEFAULT 0
);

CREATE TABLE canteen.schools (
  district_id canteen.slug NOT NULL REFERENCES canteen.districts (id),
  school_id canteen.slug NOT NULL,
  name text NOT NULL,
  contact text,
  PRIMARY KEY (district_id, school_id)
);

CREATE TABLE canteen.pupils (
  district_id canteen.slug NOT NULL,
  school_id canteen.slug NOT NULL,
  pupil_no int NOT NULL,
  full_name text NOT NULL,
  class text,
  balance_cents int NOT NULL DEFAULT 0,
  PRIMARY KEY (district_id, pupil_no),
  FOREIGN KEY (district_id, school_id) REFERENCES canteen.schools (district_id, school_id)
);

CREATE TABLE canteen.pupil_allergies (
  district_id canteen.slug NOT NULL,
  pupil_no int NOT NULL,
  allergen text NOT NULL REFERENCES canteen.allergens (code),
  severity text NOT NULL DEFAULT 'mild',
  PRIMARY KEY (district_id, pupil_no, allergen),
  FOREIGN KEY (district_id, pupil_no) REFERENCES canteen.pupils (district_id, pupil_no) ON DELETE CASCADE
);

CREATE TABLE canteen.dishes (
  district_id canteen.slug NOT NULL REFERENCES canteen.districts (id),
  dish_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  recipe text,
  allergens text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (district_id, dish_id)
);

CREATE TABLE canteen.menus (
  district_id canteen.slug NOT NULL,
  school_id canteen.slug NOT NULL,
  served_on date NOT NULL,
  dish_id uuid NOT NULL,
  price_cents int NOT NULL,
  PRIMARY KEY (district_id, school_id, served_on, dish_id),
  FOREIGN KEY (district_id, school_id) REFERENCES canteen.schools (district_id, school_id),
  FOREIGN KEY (district_id, dish_id) REFERENCES canteen.dishes (district_id, dish_id)
);

CREATE TABLE canteen.orders (
  district_id canteen.slug NOT NULL,
  school_id canteen.slug NOT NULL,
  order_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_no int NOT NULL,
  dish_id uuid NOT NULL,
  served_on date NOT NULL,
  remark text,
  PRIMARY KEY (district_id, order_id),
  FOREIGN KEY (district_id, school_id) REFERENCES canteen.schools (district_id, school_id),
  FOREIGN KEY (district_id, pupil_no) REFERENCES canteen.pupils (district_id, pupil_no),
  FOREIGN KEY (district_id, dish_id) REFERENCES canteen.dishes (district_id, dish_id)
);

CREATE TABLE canteen.wallet_entries (
  district_id canteen.slug NOT NULL,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_no int NOT NULL,
  cents int NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (district_id, entry_id),
  FOREIGN KEY (district_id, pupil_no) REFERENCES canteen.pupils (district_id, pupil_no) ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['schools', 'pupils', 'pupil_allergies', 'dishes', 'menus', 'orders',
    'wallet_entries']
  LOOP
    EXECUTE format('ALTER TABLE canteen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE canteen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY district ON canteen.%I USING (district_id = canteen.cur_district())
      WITH CHECK (district_id = canteen.cur_district())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON canteen.%I TO hf_canteen_app', t);
    EXECUTE format('GRANT SELECT ON canteen.%I TO hf_canteen_batch', t);
  END LOOP;
  -- On top of the district, a session of a kitchen sees its own school only.
  FOREACH t IN ARRAY ARRAY['pupils', 'menus', 'orders'] LOOP
    EXECUTE format('CREATE POLICY school ON canteen.%I AS RESTRICTIVE
      USING (canteen.cur_school() IS NULL OR school_id = canteen.cur_school())', t);
  END LOOP;
END $$;
ALTER TABLE canteen.districts ENABLE ROW LEVEL SECURITY;
ALTER TABLE canteen.districts FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON canteen.districts FOR SELECT USING (id = canteen.cur_district());
GRANT SELECT ON canteen.districts, canteen.allergens TO hf_canteen_app;

-- How many portions the kitchen cooks.
CREATE VIEW canteen.portions WITH (security_invoker = true) AS
  SELECT o.district_id, o.school_id, o.served_on, d.name AS dish, count(*) AS portions
  FROM canteen.orders o JOIN canteen.dishes d ON d.district_id = o.district_id AND d.dish_id = o.dish_id
  GROUP BY o.district_id, o.school_id, o.served_on, d.name;
GRANT SELECT ON canteen.portions TO hf_canteen_app;
