-- Surveys of a hosted backend whose token names the organisation itself.

CREATE ROLE ho_surveys_user LOGIN;

CREATE FUNCTION claim(name text) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> name $$;
CREATE FUNCTION org() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT claim('org_id')::uuid $$;

CREATE TABLE orgs (id uuid PRIMARY KEY, name text NOT NULL, settings jsonb NOT NULL DEFAULT '{}');

CREATE TABLE surveys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id uuid NOT NULL DEFAULT org() REFERENCES orgs ON DELETE CASCADE,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  opens_at timestamptz,
  UNIQUE (org_id, id)
);

CREATE TABLE participants (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id uuid NOT NULL DEFAULT org() REFERENCES orgs ON DELETE CASCADE,
  mail text NOT NULL,
  unsubscribed boolean NOT NULL DEFAULT false,
  UNIQUE (org_id, mail),
  UNIQUE (org_id, id)
);

CREATE TABLE survey_participants (
  org_id uuid NOT NULL DEFAULT org(),
  survey_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  PRIMARY KEY (survey_id, participant_id),
  FOREIGN KEY (org_id, survey_id) REFERENCES surveys (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, participant_id) REFERENCES participants (org_id, id) ON DELETE CASCADE
);

CREATE TABLE votes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id uuid NOT NULL DEFAULT org(),
  survey_id uuid NOT NULL,
  score integer NOT NULL,
  remark text,
  FOREIGN KEY (org_id, survey_id) REFERENCES surveys (org_id, id) ON DELETE CASCADE
);

CREATE TABLE exports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id uuid NOT NULL DEFAULT org() REFERENCES orgs ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'waiting',
  file bytea
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['surveys', 'participants', 'survey_participants', 'votes', 'exports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_read ON %I FOR SELECT USING (org_id = (SELECT org()))', t);
    EXECUTE format('CREATE POLICY org_add ON %I FOR INSERT WITH CHECK (org_id = (SELECT org()))', t);
    EXECUTE format('CREATE POLICY org_change ON %I FOR UPDATE USING (org_id = (SELECT org()))
      WITH CHECK (org_id = (SELECT org()))', t);
    EXECUTE format('CREATE POLICY org_remove ON %I FOR DELETE
      USING (org_id = (SELECT org()) AND (SELECT claim(''role'')) = ''admin'')', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ho_surveys_user', t);
  END LOOP;
END $$;
ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orgs FOR SELECT USING (id = (SELECT org()));
GRANT SELECT ON orgs TO ho_surveys_user;
