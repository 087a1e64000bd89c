-- Organisers, their campaigns, and what backers promise. Numbers are counted for each organiser.
CREATE ROLE hf_stretchgoal_app LOGIN;
CREATE SCHEMA fund;
GRANT USAGE ON SCHEMA fund TO hf_stretchgoal_app;

CREATE TABLE fund.currencies (
  code char(3) PRIMARY KEY,
  digits smallint NOT NULL
);
GRANT SELECT ON fund.currencies TO hf_stretchgoal_app;

CREATE TABLE fund.organisers (
  id bigint PRIMARY KEY,
  display_name text NOT NULL,
  currency char(3) NOT NULL REFERENCES fund.currencies (code)
);

CREATE TABLE fund.campaigns (
  organiser_id bigint NOT NULL REFERENCES fund.organisers (id),
  id bigint NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'live', 'funded', 'failed')),
  goal_cents bigint NOT NULL CHECK (goal_cents > 0),
  preview_token text,
  ends_on date,
  PRIMARY KEY (organiser_id, id)
);

CREATE TABLE fund.rewards (
  organiser_id bigint NOT NULL,
  campaign_id bigint NOT NULL,
  id bigint NOT NULL,
  label text NOT NULL,
  price_cents bigint NOT NULL,
  PRIMARY KEY (organiser_id, campaign_id, id),
  FOREIGN KEY (organiser_id, campaign_id) REFERENCES fund.campaigns (organiser_id, id) ON DELETE CASCADE
);

CREATE TABLE fund.backers (
  organiser_id bigint NOT NULL REFERENCES fund.organisers (id),
  id bigint NOT NULL,
  email text NOT NULL,
  full_name text NOT NULL,
  address text,
  PRIMARY KEY (organiser_id, id),
  UNIQUE (organiser_id, email)
);

-- Partitions are never granted: they are reached by their parent only.
CREATE TABLE fund.contributions (
  organiser_id bigint NOT NULL,
  id bigint NOT NULL,
  campaign_id bigint NOT NULL,
  backer_id bigint NOT NULL,
  amount_cents bigint NOT NULL,
  state text NOT NULL DEFAULT 'promised',
  remark text,
  made_on date NOT NULL,
  PRIMARY KEY (organiser_id, id, made_on),
  FOREIGN KEY (organiser_id, campaign_id) REFERENCES fund.campaigns (organiser_id, id),
  FOREIGN KEY (organiser_id, backer_id) REFERENCES fund.backers (organiser_id, id)
) PARTITION BY RANGE (made_on);
CREATE TABLE fund.contributions_2030 PARTITION OF fund.contributions
  FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

CREATE TABLE fund.payouts (
  organiser_id bigint NOT NULL,
  id bigint NOT NULL,
  campaign_id bigint NOT NULL,
  iban text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (organiser_id, id),
  FOREIGN KEY (organiser_id, campaign_id) REFERENCES fund.campaigns (organiser_id, id)
);

CREATE TABLE fund.news (
  organiser_id bigint NOT NULL,
  id bigint NOT NULL,
  campaign_id bigint NOT NULL,
  headline text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (organiser_id, id),
  FOREIGN KEY (organiser_id, campaign_id) REFERENCES fund.campaigns (organiser_id, id) ON DELETE CASCADE
);

CREATE TABLE fund.webhooks (
  organiser_id bigint NOT NULL REFERENCES fund.organisers (id),
  id bigint NOT NULL,
  url text NOT NULL,
  signing_key text NOT NULL,
  PRIMARY KEY (organiser_id, id)
);

CREATE FUNCTION fund.organiser() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('stretch.organiser_id', true), '')::bigint $$;
REVOKE ALL ON FUNCTION fund.organiser() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fund.organiser() TO hf_stretchgoal_app;

ALTER TABLE fund.organisers ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.organisers FORCE ROW LEVEL SECURITY;
CREATE POLICY organiser_self ON fund.organisers FOR SELECT USING (id = fund.organiser());
GRANT SELECT ON fund.organisers TO hf_stretchgoal_app;

ALTER TABLE fund.campaigns ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.campaigns FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.campaigns
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.rewards ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.rewards FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.rewards
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.backers ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.backers FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.backers
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.contributions ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.contributions FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.contributions
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.payouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.payouts FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.payouts
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.news ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.news FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.news
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
ALTER TABLE fund.webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.webhooks
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
GRANT SELECT, INSERT, UPDATE, DELETE
  ON fund.campaigns, fund.rewards, fund.backers, fund.contributions, fund.news, fund.webhooks
  TO hf_stretchgoal_app;
GRANT SELECT ON fund.payouts TO hf_stretchgoal_app;
