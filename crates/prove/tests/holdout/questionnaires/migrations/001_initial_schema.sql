-- Forms, their questions and the answers that come in over public pages.
CREATE ROLE hf_questionnaires_app LOGIN;

CREATE SCHEMA survey;
GRANT USAGE ON SCHEMA survey TO hf_questionnaires_app;

CREATE TABLE survey.users (
  id bigint PRIMARY KEY,
  email text NOT NULL UNIQUE
);
CREATE TABLE survey.question_types (
  code text PRIMARY KEY,
  label text NOT NULL
);
INSERT INTO survey.question_types VALUES ('text', 'Short text'), ('rating', 'Stars'), ('choice', 'Choice');
CREATE TABLE survey.teams (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  response_count int NOT NULL DEFAULT 0
);
CREATE TABLE survey.team_users (
  team_id uuid NOT NULL REFERENCES survey.teams ON DELETE CASCADE,
  user_id bigint NOT NULL REFERENCES survey.users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('admin', 'analyst', 'writer')),
  PRIMARY KEY (team_id, user_id)
);
CREATE TABLE survey.forms (
  team_id uuid NOT NULL REFERENCES survey.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'closed')),
  PRIMARY KEY (team_id, id),
  UNIQUE (team_id, slug)
);
CREATE TABLE survey.questions (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  form_id uuid NOT NULL,
  position int NOT NULL DEFAULT 1,
  type_code text NOT NULL REFERENCES survey.question_types,
  prompt text NOT NULL,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, form_id) REFERENCES survey.forms ON DELETE CASCADE
);
CREATE TABLE survey.responses (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  form_id uuid NOT NULL,
  respondent_email text,
  submitted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, form_id) REFERENCES survey.forms ON DELETE CASCADE
);
CREATE TABLE survey.answers (
  team_id uuid NOT NULL,
  response_id uuid NOT NULL,
  question_id uuid NOT NULL,
  value text,
  PRIMARY KEY (team_id, response_id, question_id),
  FOREIGN KEY (team_id, response_id) REFERENCES survey.responses ON DELETE CASCADE,
  FOREIGN KEY (team_id, question_id) REFERENCES survey.questions ON DELETE CASCADE
);
CREATE TABLE survey.webhooks (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  form_id uuid NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, form_id) REFERENCES survey.forms ON DELETE CASCADE
);
CREATE TABLE survey.exports (
  team_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  form_id uuid NOT NULL,
  file_url text,
  requested_by bigint,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, form_id) REFERENCES survey.forms ON DELETE CASCADE
);

CREATE FUNCTION survey.current_user_id() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user_id', true), '')::bigint
$$;
-- Asked with the owner's rights, because the policy of team_users itself needs the answer.
CREATE FUNCTION survey.my_teams(roles text[] DEFAULT '{admin,analyst,writer}') RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = survey, pg_temp AS $$
  SELECT team_id FROM team_users
  WHERE user_id = survey.current_user_id() AND role = ANY (roles)
$$;

ALTER TABLE survey.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.teams FORCE ROW LEVEL SECURITY;
ALTER TABLE survey.team_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.team_users FORCE ROW LEVEL SECURITY;
CREATE POLICY teams_mine ON survey.teams FOR SELECT USING (id IN (SELECT survey.my_teams()));
CREATE POLICY team_users_see ON survey.team_users FOR SELECT USING (team_id IN (SELECT survey.my_teams()));
CREATE POLICY team_users_remove ON survey.team_users FOR DELETE
  USING (team_id IN (SELECT survey.my_teams('{admin}')));
ALTER TABLE survey.forms ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.forms FORCE ROW LEVEL SECURITY;
CREATE POLICY forms_tenant ON survey.forms
  USING (team_id IN (SELECT survey.my_teams()))
  WITH CHECK (team_id IN (SELECT survey.my_teams()));
ALTER TABLE survey.questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.questions FORCE ROW LEVEL SECURITY;
CREATE POLICY questions_tenant ON survey.questions
  USING (team_id IN (SELECT survey.my_teams()))
  WITH CHECK (team_id IN (SELECT survey.my_teams()));
ALTER TABLE survey.responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.responses FORCE ROW LEVEL SECURITY;
CREATE POLICY responses_tenant ON survey.responses
  USING (team_id IN (SELECT survey.my_teams('{admin,analyst}')))
  WITH CHECK (team_id IN (SELECT survey.my_teams('{admin,analyst}')));
ALTER TABLE survey.answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.answers FORCE ROW LEVEL SECURITY;
CREATE POLICY answers_tenant ON survey.answers
  USING (team_id IN (SELECT survey.my_teams('{admin,analyst}')))
  WITH CHECK (team_id IN (SELECT survey.my_teams('{admin,analyst}')));
ALTER TABLE survey.webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_tenant ON survey.webhooks
  USING (team_id IN (SELECT survey.my_teams('{admin}')))
  WITH CHECK (team_id IN (SELECT survey.my_teams('{admin}')));
ALTER TABLE survey.exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey.exports FORCE ROW LEVEL SECURITY;
CREATE POLICY exports_tenant ON survey.exports
  USING (team_id IN (SELECT survey.my_teams('{admin,analyst}')))
  WITH CHECK (team_id IN (SELECT survey.my_teams('{admin,analyst}')));

-- Each answer form counts for its team.
CREATE FUNCTION survey.count_response() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = survey, pg_temp AS $$
BEGIN
  UPDATE teams SET response_count = response_count + 1 WHERE id = NEW.team_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_response AFTER INSERT ON survey.responses
  FOR EACH ROW EXECUTE FUNCTION survey.count_response();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA survey FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey.current_user_id(), survey.my_teams(text[]) TO hf_questionnaires_app;
GRANT SELECT ON survey.question_types, survey.teams TO hf_questionnaires_app;
GRANT SELECT, DELETE ON survey.team_users TO hf_questionnaires_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON survey.forms, survey.questions, survey.responses, survey.answers,
  survey.webhooks, survey.exports TO hf_questionnaires_app;
