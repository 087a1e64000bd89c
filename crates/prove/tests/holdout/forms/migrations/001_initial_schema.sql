-- A form builder: templates belong to nobody and are for everybody, answers belong to tenants.

CREATE ROLE ho_forms_app LOGIN;

CREATE TABLE companies (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);

CREATE FUNCTION company() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.company_id', true), '')::uuid $$;

-- A form without a company is a template: everybody reads it, nobody but the vendor changes it.
CREATE TABLE forms (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id uuid REFERENCES companies,
  title text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  UNIQUE (company_id, id)
);

CREATE TABLE questions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  form_id uuid NOT NULL REFERENCES forms ON DELETE CASCADE,
  position integer NOT NULL,
  label text NOT NULL,
  UNIQUE (form_id, position)
);

CREATE TABLE responses (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL DEFAULT company() REFERENCES companies,
  form_id uuid NOT NULL,
  submitted_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (company_id, id),
  FOREIGN KEY (company_id, form_id) REFERENCES forms (company_id, id)
);

CREATE TABLE answers (
  company_id uuid NOT NULL DEFAULT company(),
  response_id uuid NOT NULL,
  question_no integer NOT NULL,
  answer text,
  PRIMARY KEY (company_id, response_id, question_no),
  FOREIGN KEY (company_id, response_id) REFERENCES responses (company_id, id) ON DELETE CASCADE
);

CREATE TABLE webhooks (
  company_id uuid NOT NULL DEFAULT company() REFERENCES companies,
  url text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (company_id, url)
);

CREATE TABLE webhook_log (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  status integer,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, url) REFERENCES webhooks ON DELETE CASCADE
);

ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE forms ENABLE ROW LEVEL SECURITY;
ALTER TABLE questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON companies FOR SELECT USING (id = company());
CREATE POLICY read ON forms FOR SELECT USING (company_id = company() OR company_id IS NULL);
CREATE POLICY add ON forms FOR INSERT WITH CHECK (company_id = company());
CREATE POLICY change ON forms FOR UPDATE USING (company_id = company());
CREATE POLICY remove ON forms FOR DELETE USING (company_id = company());
CREATE POLICY read ON questions FOR SELECT
  USING (form_id IN (SELECT f.id FROM forms f WHERE f.company_id = company() OR f.company_id IS NULL));
CREATE POLICY add ON questions FOR INSERT
  WITH CHECK (form_id IN (SELECT f.id FROM forms f WHERE f.company_id = company()));
CREATE POLICY change ON questions FOR UPDATE
  USING (form_id IN (SELECT f.id FROM forms f WHERE f.company_id = company()));
CREATE POLICY remove ON questions FOR DELETE
  USING (form_id IN (SELECT f.id FROM forms f WHERE f.company_id = company()));
CREATE POLICY own ON responses USING (company_id = company());
CREATE POLICY own ON answers USING (company_id = company());
CREATE POLICY own ON webhooks USING (company_id = company());
CREATE POLICY own ON webhook_log FOR SELECT USING (company_id = company());

GRANT SELECT ON companies, webhook_log TO ho_forms_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON forms, questions, responses, answers, webhooks TO ho_forms_app;
