CREATE ROLE hf_ladlebox_app LOGIN;
CREATE SCHEMA kits;
GRANT USAGE ON SCHEMA kits TO hf_ladlebox_app;

-- The kitchen of this session; nothing when the setting is absent or empty.
CREATE FUNCTION kits.current_kitchen() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.kitchen_id', true), '')::uuid $$;

CREATE TABLE kits.units (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON kits.units TO hf_ladlebox_app;

CREATE TABLE kits.kitchens (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'starter'
);

CREATE TABLE kits.staff (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen() REFERENCES kits.kitchens (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (kitchen_id, id),
  UNIQUE (kitchen_id, email)
);

CREATE TABLE kits.suppliers (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen() REFERENCES kits.kitchens (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  terms text,
  PRIMARY KEY (kitchen_id, id)
);

CREATE TABLE kits.recipes (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen() REFERENCES kits.kitchens (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  method text,
  -- Published means: may be used in a kit of the same kitchen.
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kitchen_id, id)
);

CREATE TABLE kits.ingredients (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen(),
  recipe_id uuid NOT NULL,
  line_no integer NOT NULL,
  name text NOT NULL,
  amount numeric NOT NULL CHECK (amount > 0),
  unit text NOT NULL REFERENCES kits.units (code),
  PRIMARY KEY (kitchen_id, recipe_id, line_no),
  FOREIGN KEY (kitchen_id, recipe_id) REFERENCES kits.recipes (kitchen_id, id) ON DELETE CASCADE
);

CREATE TABLE kits.kits (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen(),
  sku text NOT NULL,
  recipe_id uuid NOT NULL,
  price_cents integer NOT NULL CHECK (price_cents >= 0),
  PRIMARY KEY (kitchen_id, sku),
  FOREIGN KEY (kitchen_id, recipe_id) REFERENCES kits.recipes (kitchen_id, id)
);

CREATE TABLE kits.subscribers (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen() REFERENCES kits.kitchens (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  address text NOT NULL,
  allergies text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (kitchen_id, id),
  UNIQUE (kitchen_id, email)
);

CREATE TABLE kits.boxes (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen(),
  box_no integer NOT NULL,
  subscriber_id uuid NOT NULL,
  sku text NOT NULL,
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'packed', 'sent')),
  door_note text,
  PRIMARY KEY (kitchen_id, box_no),
  FOREIGN KEY (kitchen_id, subscriber_id) REFERENCES kits.subscribers (kitchen_id, id),
  FOREIGN KEY (kitchen_id, sku) REFERENCES kits.kits (kitchen_id, sku)
);

CREATE TABLE kits.coupons (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen() REFERENCES kits.kitchens (id),
  code text NOT NULL,
  percent integer NOT NULL CHECK (percent BETWEEN 1 AND 100),
  PRIMARY KEY (kitchen_id, code)
);

CREATE TABLE kits.share_links (
  kitchen_id uuid NOT NULL DEFAULT kits.current_kitchen(),
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  recipe_id uuid NOT NULL,
  sent_to text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (kitchen_id, token),
  FOREIGN KEY (kitchen_id, recipe_id) REFERENCES kits.recipes (kitchen_id, id) ON DELETE CASCADE
);

ALTER TABLE kits.kitchens ENABLE ROW LEVEL SECURITY;
ALTER TABLE kits.kitchens FORCE ROW LEVEL SECURITY;
CREATE POLICY own_kitchen ON kits.kitchens FOR SELECT USING (id = kits.current_kitchen());
GRANT SELECT ON kits.kitchens TO hf_ladlebox_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'suppliers', 'recipes', 'ingredients', 'kits', 'subscribers', 'boxes',
    'coupons', 'share_links']
  LOOP
    EXECUTE format('ALTER TABLE kits.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE kits.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_rows ON kits.%I USING (kitchen_id = kits.current_kitchen()) '
      'WITH CHECK (kitchen_id = kits.current_kitchen())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON kits.%I TO hf_ladlebox_app', t);
  END LOOP;
END
$$;
