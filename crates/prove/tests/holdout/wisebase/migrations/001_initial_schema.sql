-- Spaces, their members, and what they know. Numbers are counted in each space.
CREATE ROLE hf_wisebase_app LOGIN;
CREATE SCHEMA kb;
GRANT USAGE ON SCHEMA kb TO hf_wisebase_app;

CREATE TABLE kb.accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  display_name text NOT NULL
);

CREATE TABLE kb.spaces (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE kb.members (
  space_id bigint NOT NULL REFERENCES kb.spaces (id),
  user_id uuid NOT NULL REFERENCES kb.accounts (id),
  role text NOT NULL DEFAULT 'reader',
  PRIMARY KEY (space_id, user_id)
);

CREATE TABLE kb.invites (
  space_id bigint NOT NULL REFERENCES kb.spaces (id),
  id bigint NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (space_id, id)
);

CREATE TABLE kb.categories (
  space_id bigint NOT NULL REFERENCES kb.spaces (id),
  id bigint NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (space_id, id)
);

CREATE TABLE kb.articles (
  space_id bigint NOT NULL,
  id bigint NOT NULL,
  category_id bigint NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (space_id, id),
  FOREIGN KEY (space_id, category_id) REFERENCES kb.categories (space_id, id)
);

CREATE TABLE kb.revisions (
  space_id bigint NOT NULL,
  article_id bigint NOT NULL,
  revision_no integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (space_id, article_id, revision_no),
  FOREIGN KEY (space_id, article_id) REFERENCES kb.articles (space_id, id) ON DELETE CASCADE
);

CREATE TABLE kb.questions (
  space_id bigint NOT NULL REFERENCES kb.spaces (id),
  id bigint NOT NULL,
  asked_by uuid NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (space_id, id)
);

CREATE TABLE kb.answers (
  space_id bigint NOT NULL,
  id bigint NOT NULL,
  question_id bigint NOT NULL,
  body text NOT NULL,
  score integer NOT NULL DEFAULT 0,
  PRIMARY KEY (space_id, id),
  FOREIGN KEY (space_id, question_id) REFERENCES kb.questions (space_id, id) ON DELETE CASCADE
);

CREATE TABLE kb.attachments (
  space_id bigint NOT NULL,
  id bigint NOT NULL,
  article_id bigint NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (space_id, id),
  FOREIGN KEY (space_id, article_id) REFERENCES kb.articles (space_id, id) ON DELETE CASCADE
);

CREATE FUNCTION kb.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
REVOKE ALL ON FUNCTION kb.uid() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kb.uid() TO hf_wisebase_app;

-- Has its owner's rights, for the policy of members cannot ask members itself.
CREATE FUNCTION kb.my_spaces() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kb, pg_temp
AS $$ SELECT space_id FROM members WHERE user_id = kb.uid() $$;
REVOKE ALL ON FUNCTION kb.my_spaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kb.my_spaces() TO hf_wisebase_app;

ALTER TABLE kb.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_self ON kb.accounts FOR SELECT USING (id = kb.uid());
GRANT SELECT ON kb.accounts TO hf_wisebase_app;

ALTER TABLE kb.spaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb.spaces FORCE ROW LEVEL SECURITY;
CREATE POLICY spaces_member ON kb.spaces FOR SELECT USING (id IN (SELECT kb.my_spaces()));
GRANT SELECT ON kb.spaces TO hf_wisebase_app;

ALTER TABLE kb.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb.members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_member ON kb.members FOR SELECT USING (space_id IN (SELECT kb.my_spaces()));
GRANT SELECT ON kb.members TO hf_wisebase_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invites', 'categories', 'articles', 'revisions', 'questions', 'answers',
                           'attachments']
  LOOP
    EXECUTE format('ALTER TABLE kb.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE kb.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON kb.%I USING (space_id IN (SELECT kb.my_spaces()))'
                   ' WITH CHECK (space_id IN (SELECT kb.my_spaces()))', t || '_member', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON kb.%I TO hf_wisebase_app', t);
  END LOOP;
END $$;
