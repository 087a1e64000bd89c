CREATE ROLE hf_lawfirm_app LOGIN;

CREATE SCHEMA law;
GRANT USAGE ON SCHEMA law TO hf_lawfirm_app;

CREATE FUNCTION law.current_firm() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('law.firm', true), '')
$$;
-- The lawyer is a number within the firm.
CREATE FUNCTION law.current_lawyer() RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('law.lawyer', true), '')::integer
$$;

CREATE TABLE law.courts (
  code text PRIMARY KEY,
  name text NOT NULL
);
GRANT SELECT ON law.courts TO hf_lawfirm_app;

CREATE TABLE law.firms (
  slug text PRIMARY KEY,
  name text NOT NULL
);
ALTER TABLE law.firms ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.firms FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.firms USING (slug = law.current_firm());
GRANT SELECT ON law.firms TO hf_lawfirm_app;

CREATE TABLE law.lawyers (
  firm text NOT NULL REFERENCES law.firms (slug),
  lawyer_no integer NOT NULL,
  name text NOT NULL,
  bar_no text NOT NULL,
  PRIMARY KEY (firm, lawyer_no),
  UNIQUE (firm, bar_no)
);
ALTER TABLE law.lawyers ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.lawyers FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.lawyers USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.lawyers TO hf_lawfirm_app;

CREATE TABLE law.clients (
  firm text NOT NULL REFERENCES law.firms (slug),
  client_no integer NOT NULL,
  name text NOT NULL,
  phone text,
  PRIMARY KEY (firm, client_no)
);
ALTER TABLE law.clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.clients FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.clients USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.clients TO hf_lawfirm_app;

CREATE TABLE law.matters (
  firm text NOT NULL,
  matter_no text NOT NULL,
  client_no integer NOT NULL,
  title text NOT NULL,
  opponent text,
  court text REFERENCES law.courts (code),
  PRIMARY KEY (firm, matter_no),
  FOREIGN KEY (firm, client_no) REFERENCES law.clients (firm, client_no)
);
ALTER TABLE law.matters ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.matters FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.matters USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.matters TO hf_lawfirm_app;

-- Lawyers who must not see a matter.
CREATE TABLE law.walls (
  firm text NOT NULL,
  matter_no text NOT NULL,
  lawyer_no integer NOT NULL,
  PRIMARY KEY (firm, matter_no, lawyer_no),
  FOREIGN KEY (firm, matter_no) REFERENCES law.matters (firm, matter_no) ON DELETE CASCADE,
  FOREIGN KEY (firm, lawyer_no) REFERENCES law.lawyers (firm, lawyer_no)
);
ALTER TABLE law.walls ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.walls FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.walls USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.walls TO hf_lawfirm_app;
CREATE POLICY ethical_wall ON law.matters AS RESTRICTIVE FOR SELECT USING (NOT EXISTS (
  SELECT FROM law.walls w
   WHERE w.firm = matters.firm AND w.matter_no = matters.matter_no AND w.lawyer_no = law.current_lawyer()));

CREATE TABLE law.documents (
  firm text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  matter_no text NOT NULL,
  file_name text NOT NULL,
  link_token text,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (firm, id),
  FOREIGN KEY (firm, matter_no) REFERENCES law.matters (firm, matter_no) ON DELETE CASCADE
);
CREATE INDEX documents_words ON law.documents USING gin (words);
ALTER TABLE law.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.documents USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.documents TO hf_lawfirm_app;

CREATE TABLE law.time_entries (
  firm text NOT NULL,
  lawyer_no integer NOT NULL,
  entry_no integer NOT NULL,
  matter_no text NOT NULL,
  minutes integer NOT NULL CHECK (minutes > 0),
  locked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (firm, lawyer_no, entry_no),
  FOREIGN KEY (firm, lawyer_no) REFERENCES law.lawyers (firm, lawyer_no),
  FOREIGN KEY (firm, matter_no) REFERENCES law.matters (firm, matter_no)
);
ALTER TABLE law.time_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.time_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.time_entries USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.time_entries TO hf_lawfirm_app;

CREATE TABLE law.trust_accounts (
  firm text NOT NULL,
  client_no integer NOT NULL,
  iban text NOT NULL,
  balance numeric(14,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (firm, client_no),
  FOREIGN KEY (firm, client_no) REFERENCES law.clients (firm, client_no)
);
ALTER TABLE law.trust_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.trust_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.trust_accounts USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.trust_accounts TO hf_lawfirm_app;

CREATE TABLE law.audit (
  firm text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  lawyer_no integer,
  row_data jsonb NOT NULL,
  PRIMARY KEY (firm, id)
);
ALTER TABLE law.audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.audit FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.audit USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.audit TO hf_lawfirm_app;
REVOKE UPDATE, DELETE ON law.audit FROM hf_lawfirm_app;
