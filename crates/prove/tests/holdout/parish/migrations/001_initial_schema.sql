-- Software for church communities. The session carries the user; memberships say which churches are theirs.
CREATE ROLE hf_parish_app LOGIN;
CREATE SCHEMA church;
GRANT USAGE ON SCHEMA church TO hf_parish_app;

-- Accounts belong to the sign-in service; the application has no right on them.
CREATE TABLE church.accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE
);

-- The calendar of feasts is the same everywhere.
CREATE TABLE church.feasts (
  day date PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE church.churches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  slug text NOT NULL UNIQUE
);

CREATE TABLE church.memberships (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  user_id uuid NOT NULL REFERENCES church.accounts (id),
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'leader', 'admin')),
  PRIMARY KEY (church_id, user_id)
);

CREATE FUNCTION church.me() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('app.user_id', true), '')::uuid
$$;
-- As their owner, or the policy on memberships would ask itself.
CREATE FUNCTION church.my_churches() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = church, pg_temp AS $$
  SELECT church_id FROM church.memberships WHERE user_id = church.me()
$$;
CREATE FUNCTION church.my_churches_as(p_roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = church, pg_temp AS $$
  SELECT church_id FROM church.memberships WHERE user_id = church.me() AND role = ANY (p_roles)
$$;
REVOKE ALL ON FUNCTION church.my_churches(), church.my_churches_as(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION church.my_churches(), church.my_churches_as(text[]) TO hf_parish_app;

CREATE TABLE church.invitations (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  token text NOT NULL DEFAULT encode(sha256(gen_random_uuid()::text::bytea), 'hex'),
  accepted_at timestamptz,
  PRIMARY KEY (church_id, id)
);

CREATE TABLE church.households (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  address text,
  PRIMARY KEY (church_id, id)
);

CREATE TABLE church.people (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  household_id uuid,
  full_name text NOT NULL,
  email text,
  PRIMARY KEY (church_id, id),
  FOREIGN KEY (church_id, household_id) REFERENCES church.households (church_id, id)
);

CREATE TABLE church.pastoral_notes (
  church_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (church_id, id),
  FOREIGN KEY (church_id, person_id) REFERENCES church.people (church_id, id) ON DELETE CASCADE
);

CREATE TABLE church.events (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (church_id, id)
);

CREATE TABLE church.prayer_requests (
  church_id uuid NOT NULL REFERENCES church.churches (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author uuid NOT NULL,
  body text NOT NULL,
  visibility text NOT NULL DEFAULT 'leaders' CHECK (visibility IN ('leaders', 'church')),
  PRIMARY KEY (church_id, id),
  FOREIGN KEY (church_id, author) REFERENCES church.memberships (church_id, user_id) ON DELETE CASCADE
);

CREATE TABLE church.donations (
  church_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  amount numeric(12, 2) NOT NULL,
  given_on date NOT NULL,
  memo text,
  PRIMARY KEY (church_id, id),
  FOREIGN KEY (church_id, person_id) REFERENCES church.people (church_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['churches', 'memberships', 'invitations', 'households', 'people', 'pastoral_notes',
    'events', 'prayer_requests', 'donations'] LOOP
    EXECUTE format('ALTER TABLE church.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE church.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['households', 'people', 'events'] LOOP
    EXECUTE format('CREATE POLICY mine ON church.%I USING (church_id IN (SELECT church.my_churches()))', t);
  END LOOP;
  -- Donations and invitations are the business of administrators.
  FOREACH t IN ARRAY ARRAY['donations', 'invitations'] LOOP
    EXECUTE format($p$CREATE POLICY admins ON church.%I
      USING (church_id IN (SELECT church.my_churches_as('{admin}')))$p$, t);
  END LOOP;
END $$;
CREATE POLICY mine ON church.churches FOR SELECT USING (id IN (SELECT church.my_churches()));
CREATE POLICY mine ON church.memberships FOR SELECT USING (church_id IN (SELECT church.my_churches()));
CREATE POLICY admins_change ON church.memberships FOR UPDATE
  USING (church_id IN (SELECT church.my_churches_as('{admin}')));
CREATE POLICY admins_remove ON church.memberships FOR DELETE
  USING (church_id IN (SELECT church.my_churches_as('{admin}')));
CREATE POLICY leaders ON church.pastoral_notes
  USING (church_id IN (SELECT church.my_churches_as('{leader,admin}')));
CREATE POLICY read ON church.prayer_requests FOR SELECT USING (
  visibility = 'church' AND church_id IN (SELECT church.my_churches())
  OR church_id IN (SELECT church.my_churches_as('{leader,admin}')) OR author = church.me());
CREATE POLICY ask ON church.prayer_requests FOR INSERT
  WITH CHECK (author = church.me() AND church_id IN (SELECT church.my_churches()));

GRANT SELECT ON church.feasts, church.churches TO hf_parish_app;
GRANT SELECT, DELETE, UPDATE (role) ON church.memberships TO hf_parish_app;
GRANT SELECT, INSERT ON church.prayer_requests TO hf_parish_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON church.invitations, church.households, church.people,
  church.pastoral_notes, church.events, church.donations TO hf_parish_app;

CREATE VIEW church.directory WITH (security_invoker = true) AS
  SELECT p.church_id, p.full_name, h.name AS household
  FROM church.people p LEFT JOIN church.households h ON h.church_id = p.church_id AND h.id = p.household_id;
GRANT SELECT ON church.directory TO hf_parish_app;

-- An invitation holds for the address that it was sent to.
CREATE FUNCTION church.accept_invitation(p_token text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = church, pg_temp AS $$
  WITH i AS (
    UPDATE church.invitations v SET accepted_at = now() FROM church.accounts a
    WHERE v.token = p_token AND v.accepted_at IS NULL
      AND a.id = church.me() AND lower(a.email) = lower(v.email)
    RETURNING v.church_id)
  INSERT INTO church.memberships (church_id, user_id) SELECT church_id, church.me() FROM i
  ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION church.accept_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION church.accept_invitation(text) TO hf_parish_app;
