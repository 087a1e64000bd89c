-- Customs declarations. A broker is known by a slug; every key of theirs begins with it.
CREATE ROLE hf_quaydeclare_app LOGIN;
CREATE SCHEMA customs;
GRANT USAGE ON SCHEMA customs TO hf_quaydeclare_app;

CREATE FUNCTION customs.current_broker() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('customs.broker', true), '') $$;
REVOKE EXECUTE ON FUNCTION customs.current_broker() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION customs.current_broker() TO hf_quaydeclare_app;

CREATE TABLE customs.brokers (
  broker text PRIMARY KEY CHECK (broker ~ '^[a-z-]+$'),
  legal_name text NOT NULL,
  deposit numeric NOT NULL DEFAULT 0
);

-- The customs tariff of the law: read only, the same for everybody.
CREATE TABLE customs.hs_codes (
  code text PRIMARY KEY,
  duty_rate numeric NOT NULL
);

CREATE TABLE customs.importers (
  broker text NOT NULL REFERENCES customs.brokers,
  eori text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (broker, eori)
);

CREATE TABLE customs.declarations (
  broker text NOT NULL,
  reference text NOT NULL,
  eori text NOT NULL,
  mrn text,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'lodged', 'released')),
  goods text NOT NULL,
  PRIMARY KEY (broker, reference),
  UNIQUE (broker, mrn),
  FOREIGN KEY (broker, eori) REFERENCES customs.importers
);

CREATE TABLE customs.declaration_lines (
  broker text NOT NULL,
  reference text NOT NULL,
  line_no integer NOT NULL,
  hs_code text REFERENCES customs.hs_codes,
  value_eur numeric NOT NULL,
  description text,
  PRIMARY KEY (broker, reference, line_no),
  FOREIGN KEY (broker, reference) REFERENCES customs.declarations ON DELETE CASCADE
);

CREATE TABLE customs.documents (
  broker text NOT NULL,
  reference text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (broker, reference, title),
  FOREIGN KEY (broker, reference) REFERENCES customs.declarations ON DELETE CASCADE
);

CREATE TABLE customs.duty_postings (
  broker text NOT NULL REFERENCES customs.brokers,
  posting_no integer NOT NULL,
  amount numeric NOT NULL,
  memo text,
  PRIMARY KEY (broker, posting_no)
);

CREATE TABLE customs.outbox (
  broker text NOT NULL REFERENCES customs.brokers,
  message_no integer NOT NULL,
  payload jsonb NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (broker, message_no)
);

CREATE TABLE customs.audit_log (
  broker text NOT NULL REFERENCES customs.brokers,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  db_user text NOT NULL DEFAULT current_user,
  change text NOT NULL,
  PRIMARY KEY (broker, entry_id)
);

ALTER TABLE customs.brokers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customs.brokers FORCE ROW LEVEL SECURITY;
CREATE POLICY brokers_select ON customs.brokers FOR SELECT USING (broker = customs.current_broker());

ALTER TABLE customs.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE customs.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_select ON customs.audit_log FOR SELECT USING (broker = customs.current_broker());
CREATE POLICY audit_insert ON customs.audit_log FOR INSERT WITH CHECK (broker = customs.current_broker());

-- A policy for each verb, so that a later change can loosen one of them alone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['importers', 'declarations', 'declaration_lines', 'documents', 'duty_postings',
    'outbox'] LOOP
    EXECUTE format('ALTER TABLE customs.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE customs.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON customs.%I FOR SELECT USING (broker = customs.current_broker())',
      t || '_select', t);
    EXECUTE format('CREATE POLICY %I ON customs.%I FOR INSERT WITH CHECK (broker = customs.current_broker())',
      t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON customs.%I FOR UPDATE USING (broker = customs.current_broker())
      WITH CHECK (broker = customs.current_broker())', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON customs.%I FOR DELETE USING (broker = customs.current_broker())',
      t || '_delete', t);
  END LOOP;
END $$;

GRANT SELECT ON customs.brokers, customs.hs_codes TO hf_quaydeclare_app;
GRANT SELECT, INSERT ON customs.audit_log TO hf_quaydeclare_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON customs.importers, customs.declarations, customs.declaration_lines,
  customs.documents, customs.duty_postings, customs.outbox TO hf_quaydeclare_app;
