-- Loyalty cards for bakeries. A second setting, the shop, only narrows what the bakery may see.
CREATE ROLE hf_crumbcard_app LOGIN;
CREATE SCHEMA bread;
GRANT USAGE ON SCHEMA bread TO hf_crumbcard_app;

CREATE FUNCTION bread.bakery() RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.bakery', true), '')::bigint $$;

CREATE TABLE bread.cities (city text PRIMARY KEY);

CREATE TABLE bread.bakeries (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  city text NOT NULL REFERENCES bread.cities
);

CREATE TABLE bread.shops (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  shop_no int NOT NULL,
  street text NOT NULL,
  PRIMARY KEY (bakery_id, shop_no)
);

CREATE TABLE bread.cards (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  card_no text NOT NULL,
  holder text NOT NULL,
  points int NOT NULL DEFAULT 0 CHECK (points >= 0),
  deleted_at timestamptz,
  PRIMARY KEY (bakery_id, card_no)
);

CREATE TABLE bread.stamps (
  bakery_id bigint NOT NULL,
  card_no text NOT NULL,
  stamp_no int NOT NULL,
  shop_no int NOT NULL,
  cents int NOT NULL,
  PRIMARY KEY (bakery_id, card_no, stamp_no),
  FOREIGN KEY (bakery_id, card_no) REFERENCES bread.cards ON DELETE CASCADE,
  FOREIGN KEY (bakery_id, shop_no) REFERENCES bread.shops
);

CREATE TABLE bread.rewards (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  reward_no int NOT NULL,
  label text NOT NULL,
  costs int NOT NULL,
  PRIMARY KEY (bakery_id, reward_no)
);

CREATE TABLE bread.gift_cards (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  code text NOT NULL,
  greeting text NOT NULL,
  cents int NOT NULL,
  PRIMARY KEY (bakery_id, code)
);

CREATE TABLE bread.campaigns (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  campaign_no int NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (bakery_id, campaign_no)
);

CREATE TABLE bread.import_rows (
  bakery_id bigint NOT NULL REFERENCES bread.bakeries,
  line_no int NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (bakery_id, line_no)
);

ALTER TABLE bread.bakeries ENABLE ROW LEVEL SECURITY;
ALTER TABLE bread.bakeries FORCE ROW LEVEL SECURITY;
CREATE POLICY bakeries_own ON bread.bakeries USING (id = bread.bakery());

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shops', 'cards', 'stamps', 'rewards', 'gift_cards', 'campaigns',
    'import_rows'] LOOP
    EXECUTE format('ALTER TABLE bread.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE bread.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON bread.%I TO hf_crumbcard_app
      USING (bakery_id = bread.bakery()) WITH CHECK (bakery_id = bread.bakery())', t || '_own', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON bread.%I TO hf_crumbcard_app', t);
  END LOOP;
END $$;

-- A till names its shop and then sees the stamps of this shop only.
CREATE POLICY stamps_shop ON bread.stamps AS RESTRICTIVE
  USING (NULLIF(current_setting('app.shop', true), '') IS NULL
    OR shop_no = NULLIF(current_setting('app.shop', true), '')::int);

GRANT SELECT ON bread.bakeries, bread.cities TO hf_crumbcard_app;
