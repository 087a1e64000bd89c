-- Loyalty points. Programmes are tenants; the reporting login reads, the application writes.
CREATE ROLE hf_loyalty_app LOGIN;
CREATE ROLE hf_loyalty_report LOGIN;
CREATE SCHEMA internal;

CREATE TABLE reward_types (id text PRIMARY KEY, label text NOT NULL);
CREATE TABLE programs (
  program_id int PRIMARY KEY CHECK (program_id > 0),
  name text NOT NULL,
  points_per_euro numeric NOT NULL DEFAULT 1
);

CREATE FUNCTION current_program() RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN nullif(current_setting('loyalty.program', true), '')::int;
END $$;

CREATE TABLE members (
  program_id int NOT NULL REFERENCES programs,
  member_no int NOT NULL,
  name text NOT NULL,
  phone text,
  tier text NOT NULL DEFAULT 'base',
  balance int NOT NULL DEFAULT 0,
  PRIMARY KEY (program_id, member_no)
);
CREATE UNIQUE INDEX members_phone ON members (program_id, phone);
CREATE TABLE cards (
  program_id int NOT NULL,
  card_code text NOT NULL,
  member_no int NOT NULL,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (program_id, card_code),
  FOREIGN KEY (program_id, member_no) REFERENCES members ON DELETE CASCADE
);
CREATE TABLE point_entries (
  program_id int NOT NULL,
  member_no int NOT NULL,
  booked_on date NOT NULL,
  entry_no int NOT NULL,
  points int NOT NULL,
  reason text,
  PRIMARY KEY (program_id, member_no, booked_on, entry_no),
  FOREIGN KEY (program_id, member_no) REFERENCES members ON DELETE CASCADE
) PARTITION BY RANGE (booked_on);
CREATE TABLE point_entries_2025 PARTITION OF point_entries FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE point_entries_default PARTITION OF point_entries DEFAULT;
CREATE TABLE rewards (
  program_id int NOT NULL REFERENCES programs,
  reward_code text NOT NULL,
  reward_type text REFERENCES reward_types,
  cost int NOT NULL,
  supplier_price numeric,
  stock int NOT NULL DEFAULT 0,
  PRIMARY KEY (program_id, reward_code)
);
CREATE TABLE redemptions (
  program_id int NOT NULL,
  redemption_no int NOT NULL,
  member_no int NOT NULL,
  reward_code text NOT NULL,
  voucher text,
  PRIMARY KEY (program_id, redemption_no),
  FOREIGN KEY (program_id, member_no) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (program_id, reward_code) REFERENCES rewards
);
CREATE TABLE campaigns (
  program_id int NOT NULL REFERENCES programs,
  campaign text NOT NULL,
  factor numeric NOT NULL DEFAULT 2,
  tags text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (program_id, campaign)
);
CREATE TABLE coupon_queue (
  program_id int NOT NULL REFERENCES programs,
  coupon text NOT NULL,
  sent boolean NOT NULL DEFAULT false,
  PRIMARY KEY (program_id, coupon)
);
CREATE TABLE history (
  program_id int NOT NULL REFERENCES programs,
  history_id uuid NOT NULL DEFAULT gen_random_uuid(),
  table_name text NOT NULL,
  row_data jsonb,
  PRIMARY KEY (program_id, history_id)
);

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['programs', 'members', 'cards', 'point_entries', 'point_entries_2025',
      'point_entries_default', 'rewards', 'redemptions', 'campaigns', 'coupon_queue',
        'history']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY by_program ON %s TO hf_loyalty_app, hf_loyalty_report
      USING (program_id = current_program()) WITH CHECK (program_id = current_program())', t);
  END LOOP;
END $$;

GRANT SELECT ON reward_types, programs TO hf_loyalty_app, hf_loyalty_report;
GRANT SELECT, INSERT, UPDATE, DELETE ON members, cards, point_entries, rewards, redemptions, campaigns,
  coupon_queue TO hf_loyalty_app;
GRANT SELECT, INSERT ON history TO hf_loyalty_app;
GRANT SELECT ON members, point_entries, rewards, redemptions TO hf_loyalty_report;

-- The balance follows the entries, under the rights of whoever books.
CREATE FUNCTION book_points() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET balance = balance + NEW.points
    WHERE program_id = NEW.program_id AND member_no = NEW.member_no;
  RETURN NULL;
END $$;
CREATE TRIGGER book_points AFTER INSERT ON point_entries FOR EACH ROW EXECUTE FUNCTION book_points();

CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO history (program_id, table_name, row_data) VALUES (NEW.program_id, TG_TABLE_NAME,
    to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_history AFTER INSERT ON redemptions FOR EACH ROW EXECUTE FUNCTION keep_history();

CREATE VIEW member_statement WITH (security_invoker = true) AS
  SELECT m.program_id, m.member_no, m.name, p.booked_on, p.points, p.reason
  FROM members m JOIN point_entries p USING (program_id, member_no);
GRANT SELECT ON member_statement TO hf_loyalty_app, hf_loyalty_report;
CREATE MATERIALIZED VIEW internal.tiers AS
  SELECT program_id, tier, count(*) AS members, sum(balance) AS points FROM members GROUP BY program_id, tier;
CREATE VIEW tier_report WITH (security_barrier = true) AS
  SELECT * FROM internal.tiers WHERE program_id = current_program();
GRANT SELECT ON tier_report TO hf_loyalty_report;
