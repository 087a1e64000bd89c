-- Tenders of public authorities. The session carries the number of the user; members say where they work.
CREATE ROLE hf_procure_app LOGIN;
CREATE SCHEMA proc;
GRANT USAGE ON SCHEMA proc TO hf_procure_app;

CREATE FUNCTION proc.me() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('request.user_id', true), '')::bigint
$$;

CREATE TABLE proc.cpv_codes (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE proc.authorities (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

-- Users are kept by the sign-in service; only their numbers are known here.
CREATE TABLE proc.members (
  authority_id bigint NOT NULL REFERENCES proc.authorities (id),
  user_id bigint NOT NULL,
  role text NOT NULL DEFAULT 'buyer' CHECK (role IN ('buyer', 'auditor', 'head')),
  PRIMARY KEY (authority_id, user_id)
);

CREATE FUNCTION proc.authority_ids() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  SELECT coalesce(array_agg(authority_id), '{}') FROM proc.members WHERE user_id = proc.me()
$$;
CREATE FUNCTION proc.headed_ids() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = proc, pg_temp AS $$
  SELECT coalesce(array_agg(authority_id), '{}') FROM proc.members WHERE user_id = proc.me() AND role = 'head'
$$;
REVOKE ALL ON FUNCTION proc.authority_ids(), proc.headed_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proc.authority_ids(), proc.headed_ids() TO hf_procure_app;

CREATE TABLE proc.tenders (
  authority_id bigint NOT NULL REFERENCES proc.authorities (id),
  tender_ref text NOT NULL,
  department text,
  title text NOT NULL,
  cpv text REFERENCES proc.cpv_codes (code),
  estimate numeric(14, 2),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'awarded')),
  closes_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, tender_ref)
);

CREATE TABLE proc.lots (
  authority_id bigint NOT NULL,
  tender_ref text NOT NULL,
  lot_no int NOT NULL,
  description text NOT NULL,
  PRIMARY KEY (authority_id, tender_ref, lot_no),
  FOREIGN KEY (authority_id, tender_ref) REFERENCES proc.tenders (authority_id, tender_ref) ON DELETE CASCADE
);

CREATE TABLE proc.bidders (
  authority_id bigint NOT NULL REFERENCES proc.authorities (id),
  vat_no text NOT NULL,
  company text NOT NULL,
  rating int,
  PRIMARY KEY (authority_id, vat_no)
);

CREATE TABLE proc.bids (
  authority_id bigint NOT NULL,
  tender_ref text NOT NULL,
  vat_no text NOT NULL,
  price numeric(14, 2) NOT NULL,
  remarks text,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (authority_id, tender_ref, vat_no),
  FOREIGN KEY (authority_id, tender_ref) REFERENCES proc.tenders (authority_id, tender_ref),
  FOREIGN KEY (authority_id, vat_no) REFERENCES proc.bidders (authority_id, vat_no)
);

CREATE TABLE proc.questions (
  authority_id bigint NOT NULL,
  tender_ref text NOT NULL,
  question_id uuid NOT NULL DEFAULT gen_random_uuid(),
  asked_by text NOT NULL,
  body text NOT NULL,
  answer text,
  PRIMARY KEY (authority_id, question_id),
  FOREIGN KEY (authority_id, tender_ref) REFERENCES proc.tenders (authority_id, tender_ref) ON DELETE CASCADE
);

CREATE TABLE proc.awards (
  authority_id bigint NOT NULL,
  tender_ref text NOT NULL,
  vat_no text NOT NULL,
  price numeric(14, 2) NOT NULL,
  awarded_on date NOT NULL,
  PRIMARY KEY (authority_id, tender_ref, vat_no),
  FOREIGN KEY (authority_id, tender_ref, vat_no) REFERENCES proc.bids (authority_id, tender_ref, vat_no)
);

-- Texts for new tenders. An authority may lend one to others by naming them.
CREATE TABLE proc.templates (
  authority_id bigint NOT NULL REFERENCES proc.authorities (id),
  template text NOT NULL,
  body text NOT NULL,
  shared_with bigint[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (authority_id, template)
);

CREATE TABLE proc.audit_entries (
  authority_id bigint NOT NULL,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT now(),
  actor bigint,
  tender_ref text,
  detail text NOT NULL,
  PRIMARY KEY (authority_id, entry_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['authorities', 'members', 'tenders', 'lots', 'bidders', 'bids', 'questions',
    'awards', 'templates', 'audit_entries'] LOOP
    EXECUTE format('ALTER TABLE proc.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE proc.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tenders', 'lots', 'bidders', 'bids', 'questions', 'awards', 'templates'] LOOP
    EXECUTE format('CREATE POLICY colleagues ON proc.%I USING (authority_id = ANY (proc.authority_ids()))
      WITH CHECK (authority_id = ANY (proc.authority_ids()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON proc.%I TO hf_procure_app', t);
  END LOOP;
END $$;
CREATE POLICY colleagues ON proc.authorities FOR SELECT USING (id = ANY (proc.authority_ids()));
CREATE POLICY colleagues ON proc.members FOR SELECT USING (authority_id = ANY (proc.authority_ids()));
CREATE POLICY head_adds ON proc.members FOR INSERT WITH CHECK (authority_id = ANY (proc.headed_ids()));
CREATE POLICY head_removes ON proc.members FOR DELETE USING (authority_id = ANY (proc.headed_ids()));
CREATE POLICY colleagues ON proc.audit_entries FOR SELECT USING (authority_id = ANY (proc.authority_ids()));
GRANT SELECT ON proc.authorities, proc.cpv_codes, proc.audit_entries TO hf_procure_app;
GRANT SELECT, INSERT, DELETE ON proc.members TO hf_procure_app;

-- Who received which bid, for the auditors. Written by this trigger only.
CREATE FUNCTION proc.audit_bid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = proc, pg_temp AS $$
BEGIN
  INSERT INTO proc.audit_entries (authority_id, actor, tender_ref, detail)
  VALUES (NEW.authority_id, proc.me(), NEW.tender_ref, 'bid of ' || NEW.vat_no || ' at ' || NEW.price);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION proc.audit_bid() FROM PUBLIC;
CREATE TRIGGER audit_bid AFTER INSERT OR UPDATE ON proc.bids FOR EACH ROW EXECUTE FUNCTION proc.audit_bid();
