-- Loyalty programmes: cards, points by month, rewards, vouchers and the receipts' images.
CREATE ROLE hf_stampcard_app LOGIN;

CREATE SCHEMA loyal;
CREATE TYPE loyal.card_state AS ENUM ('active', 'lost', 'closed');

CREATE TABLE loyal.merchants (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE loyal.staff (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  user_id text NOT NULL,
  job text NOT NULL DEFAULT 'cashier',
  PRIMARY KEY (merchant_id, user_id)
);

CREATE FUNCTION loyal.claims() RETURNS jsonb LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;

CREATE FUNCTION loyal.works_at(p_merchant bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM loyal.staff s
    WHERE s.merchant_id = p_merchant AND s.user_id = loyal.claims() ->> 'sub')
$$;

CREATE TABLE loyal.members (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  id bigint NOT NULL,
  full_name text NOT NULL,
  birthday date,
  PRIMARY KEY (merchant_id, id)
);

CREATE TABLE loyal.cards (
  merchant_id bigint NOT NULL,
  card_no text NOT NULL,
  member_id bigint NOT NULL,
  state loyal.card_state NOT NULL DEFAULT 'active',
  PRIMARY KEY (merchant_id, card_no),
  FOREIGN KEY (merchant_id, member_id) REFERENCES loyal.members (merchant_id, id) ON DELETE CASCADE
);

CREATE TABLE loyal.points (
  merchant_id bigint NOT NULL,
  card_no text NOT NULL,
  day date NOT NULL,
  points integer NOT NULL,
  reason text,
  FOREIGN KEY (merchant_id, card_no) REFERENCES loyal.cards (merchant_id, card_no)
) PARTITION BY RANGE (day);
CREATE TABLE loyal.points_2026_h1 PARTITION OF loyal.points FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');

CREATE TABLE loyal.rewards (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  id bigint NOT NULL,
  title text NOT NULL,
  cost integer NOT NULL,
  featured boolean NOT NULL DEFAULT false,
  PRIMARY KEY (merchant_id, id)
);

CREATE TABLE loyal.vouchers (
  merchant_id bigint NOT NULL,
  code text NOT NULL,
  reward_id bigint NOT NULL,
  redeemed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (merchant_id, code),
  FOREIGN KEY (merchant_id, reward_id) REFERENCES loyal.rewards (merchant_id, id)
);

CREATE TABLE loyal.campaigns (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  name text NOT NULL,
  factor numeric NOT NULL DEFAULT 1,
  PRIMARY KEY (merchant_id, name)
);

CREATE TABLE loyal.files (
  merchant_id bigint NOT NULL REFERENCES loyal.merchants,
  path text NOT NULL,
  note text,
  uploaded_by text NOT NULL,
  PRIMARY KEY (merchant_id, path)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'members', 'cards', 'points', 'rewards', 'vouchers', 'campaigns', 'files',
    'points_2026_h1', 'merchants'] LOOP
    EXECUTE format('ALTER TABLE loyal.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE loyal.%I FORCE ROW LEVEL SECURITY', t);
    CONTINUE WHEN t = 'merchants';
    EXECUTE format('CREATE POLICY staff_read ON loyal.%I FOR SELECT USING (loyal.works_at(merchant_id))', t);
    CONTINUE WHEN t IN ('staff', 'points_2026_h1');
    EXECUTE format('CREATE POLICY staff_add ON loyal.%I FOR INSERT'
      ' WITH CHECK (loyal.works_at(merchant_id))', t);
    EXECUTE format('CREATE POLICY staff_change ON loyal.%I FOR UPDATE'
      ' USING (loyal.works_at(merchant_id))', t);
    EXECUTE format('CREATE POLICY staff_drop ON loyal.%I FOR DELETE'
      ' USING (loyal.works_at(merchant_id))', t);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON loyal.%I TO hf_stampcard_app', t);
  END LOOP;
END $$;
CREATE POLICY staff_read ON loyal.merchants FOR SELECT USING (loyal.works_at(id));

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA loyal FROM PUBLIC;
GRANT USAGE ON SCHEMA loyal TO hf_stampcard_app;
GRANT EXECUTE ON FUNCTION loyal.claims(), loyal.works_at(bigint) TO hf_stampcard_app;
GRANT SELECT ON loyal.merchants, loyal.staff, loyal.members, loyal.cards, loyal.points, loyal.rewards,
  loyal.vouchers, loyal.campaigns, loyal.files TO hf_stampcard_app;
