-- Publications, their readers, and the campaigns they send.
CREATE ROLE hf_newsletters_app LOGIN;

CREATE TABLE plans (
  code text PRIMARY KEY,
  monthly_price int NOT NULL
);
INSERT INTO plans VALUES ('free', 0), ('pro', 29);
CREATE TABLE publications (
  slug text PRIMARY KEY,
  title text NOT NULL,
  plan text NOT NULL DEFAULT 'free' REFERENCES plans
);
CREATE TABLE users (
  publication text NOT NULL REFERENCES publications ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (publication, id),
  UNIQUE (publication, email)
);
CREATE TABLE personal_access_tokens (
  publication text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tokenable_id uuid NOT NULL,
  name text NOT NULL,
  token char(64) NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (publication, id),
  FOREIGN KEY (publication, tokenable_id) REFERENCES users ON DELETE CASCADE
);
CREATE TABLE subscribers (
  publication text NOT NULL REFERENCES publications ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'unsubscribed', 'complained')),
  PRIMARY KEY (publication, id),
  CONSTRAINT subscribers_publication_email_unique UNIQUE (publication, email)
);
CREATE TABLE segments (
  publication text NOT NULL REFERENCES publications ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  filter jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (publication, id)
);
CREATE TABLE campaigns (
  publication text NOT NULL REFERENCES publications ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  segment_id uuid,
  subject text NOT NULL,
  body text NOT NULL DEFAULT '',
  sent_at timestamptz,
  PRIMARY KEY (publication, id),
  FOREIGN KEY (publication, segment_id) REFERENCES segments
);
CREATE TABLE media (
  publication text NOT NULL REFERENCES publications ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  alt text,
  PRIMARY KEY (publication, id)
);
-- Clicks by month. The application reaches the parts through their parent only.
CREATE TABLE link_clicks (
  publication text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  campaign_id uuid NOT NULL,
  url text NOT NULL,
  clicked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (publication, id, clicked_at),
  FOREIGN KEY (publication, campaign_id) REFERENCES campaigns ON DELETE CASCADE
) PARTITION BY RANGE (clicked_at);
CREATE TABLE link_clicks_2030_01 PARTITION OF link_clicks
  FOR VALUES FROM ('2030-01-01 00:00Z') TO ('2030-02-01 00:00Z');
CREATE TABLE link_clicks_rest PARTITION OF link_clicks DEFAULT;

CREATE FUNCTION current_publication() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.publication', true), '')
$$;

ALTER TABLE publications ENABLE ROW LEVEL SECURITY;
ALTER TABLE publications FORCE ROW LEVEL SECURITY;
CREATE POLICY publications_tenant ON publications
  USING (slug = current_publication())
  WITH CHECK (slug = current_publication());
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_tenant ON users
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE personal_access_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE personal_access_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY personal_access_tokens_tenant ON personal_access_tokens
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE subscribers ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscribers FORCE ROW LEVEL SECURITY;
CREATE POLICY subscribers_tenant ON subscribers
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE segments ENABLE ROW LEVEL SECURITY;
ALTER TABLE segments FORCE ROW LEVEL SECURITY;
CREATE POLICY segments_tenant ON segments
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE campaigns ENABLE ROW LEVEL SECURITY;
ALTER TABLE campaigns FORCE ROW LEVEL SECURITY;
CREATE POLICY campaigns_tenant ON campaigns
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE media ENABLE ROW LEVEL SECURITY;
ALTER TABLE media FORCE ROW LEVEL SECURITY;
CREATE POLICY media_tenant ON media
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());
ALTER TABLE link_clicks ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_clicks FORCE ROW LEVEL SECURITY;
CREATE POLICY link_clicks_tenant ON link_clicks
  USING (publication = current_publication())
  WITH CHECK (publication = current_publication());

CREATE VIEW campaign_stats WITH (security_invoker = true) AS
  SELECT c.publication, c.id, c.subject, count(k.id) AS clicks
  FROM campaigns c LEFT JOIN link_clicks k ON k.publication = c.publication AND k.campaign_id = c.id
  GROUP BY c.publication, c.id, c.subject;

GRANT SELECT ON plans, publications, campaign_stats TO hf_newsletters_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, personal_access_tokens, subscribers, segments, campaigns,
  media, link_clicks TO hf_newsletters_app;
