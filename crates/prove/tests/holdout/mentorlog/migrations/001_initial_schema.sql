CREATE ROLE hf_mentorlog_app LOGIN;

CREATE FUNCTION training_current_organisation() RETURNS integer
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.organisation_id', true), '')::integer $$;

CREATE TABLE training_framework (
  code varchar(20) PRIMARY KEY,
  title varchar(200) NOT NULL
);
GRANT SELECT ON training_framework TO hf_mentorlog_app;

CREATE TABLE training_organisation (
  id integer PRIMARY KEY,
  name varchar(200) NOT NULL
);

-- Ids count within an organisation; no sequence is common to all, so numbers tell nothing of the others.
CREATE TABLE training_mentor (
  organisation_id integer NOT NULL REFERENCES training_organisation (id),
  id integer NOT NULL,
  full_name varchar(200) NOT NULL,
  email varchar(254) NOT NULL,
  PRIMARY KEY (organisation_id, id)
);

CREATE TABLE training_apprentice (
  organisation_id integer NOT NULL REFERENCES training_organisation (id),
  id integer NOT NULL,
  full_name varchar(200) NOT NULL,
  learner_number varchar(20) NOT NULL,
  framework_id varchar(20) NOT NULL REFERENCES training_framework (code),
  status varchar(20) NOT NULL DEFAULT 'active',
  PRIMARY KEY (organisation_id, id),
  CONSTRAINT training_apprentice_learner_uniq UNIQUE (organisation_id, learner_number)
);

CREATE TABLE training_logbookentry (
  organisation_id integer NOT NULL,
  id integer NOT NULL,
  apprentice_id integer NOT NULL,
  mentor_id integer NOT NULL,
  body text NOT NULL,
  archived boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, apprentice_id) REFERENCES training_apprentice (organisation_id, id),
  FOREIGN KEY (organisation_id, mentor_id) REFERENCES training_mentor (organisation_id, id)
);

CREATE TABLE training_assessment (
  organisation_id integer NOT NULL,
  id integer NOT NULL,
  apprentice_id integer NOT NULL,
  grade varchar(20) NOT NULL,
  remark text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, apprentice_id) REFERENCES training_apprentice (organisation_id, id)
);

CREATE TABLE training_document (
  organisation_id integer NOT NULL,
  id integer NOT NULL,
  apprentice_id integer NOT NULL,
  visibility varchar(20) NOT NULL DEFAULT 'internal',
  file varchar(300) NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, apprentice_id) REFERENCES training_apprentice (organisation_id, id)
);

CREATE TABLE training_invitation (
  organisation_id integer NOT NULL REFERENCES training_organisation (id),
  id integer NOT NULL,
  email varchar(254) NOT NULL,
  role varchar(40) NOT NULL,
  PRIMARY KEY (organisation_id, id)
);

CREATE TABLE training_sharelink (
  organisation_id integer NOT NULL,
  id integer NOT NULL,
  document_id integer NOT NULL,
  label varchar(100) NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, document_id) REFERENCES training_document (organisation_id, id)
);

ALTER TABLE training_organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_select ON training_organisation FOR SELECT
  USING (id = training_current_organisation());
GRANT SELECT ON training_organisation TO hf_mentorlog_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['training_mentor', 'training_apprentice', 'training_logbookentry',
    'training_assessment', 'training_document', 'training_invitation', 'training_sharelink']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_mentorlog_app', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (organisation_id = training_current_organisation()) '
      'WITH CHECK (organisation_id = training_current_organisation())', t || '_tenant', t);
  END LOOP;
END
$$;
