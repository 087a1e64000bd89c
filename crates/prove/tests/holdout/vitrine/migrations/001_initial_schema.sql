-- Institutions are known by a short code. Every key begins with it.
CREATE ROLE hf_vitrine_app LOGIN;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA loans;
GRANT USAGE ON SCHEMA loans TO hf_vitrine_app;

CREATE FUNCTION loans.me() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('vitrine.institution', true), '');
REVOKE ALL ON FUNCTION loans.me() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION loans.me() TO hf_vitrine_app;

CREATE TABLE loans.materials (
  material text PRIMARY KEY,
  max_lux integer NOT NULL
);
GRANT SELECT ON loans.materials TO hf_vitrine_app;

CREATE TABLE loans.institutions (
  institution text PRIMARY KEY,
  full_name text NOT NULL
);

CREATE TABLE loans.objects (
  institution text NOT NULL REFERENCES loans.institutions (institution),
  accession text NOT NULL,
  title text NOT NULL,
  material text NOT NULL REFERENCES loans.materials (material),
  condition text,
  PRIMARY KEY (institution, accession)
);

-- The insured value is for the owner alone.
CREATE TABLE loans.valuations (
  institution text NOT NULL,
  accession text NOT NULL,
  valued_on date NOT NULL,
  amount numeric(14, 2) NOT NULL,
  valuer text NOT NULL,
  PRIMARY KEY (institution, accession, valued_on),
  FOREIGN KEY (institution, accession) REFERENCES loans.objects (institution, accession) ON DELETE CASCADE
);

-- The owner shows an object to a borrower. The borrower is only a code here: no key tells who exists.
CREATE TABLE loans.object_shares (
  institution text NOT NULL,
  accession text NOT NULL,
  borrower text NOT NULL,
  revoked_on date,
  PRIMARY KEY (institution, accession, borrower),
  FOREIGN KEY (institution, accession) REFERENCES loans.objects (institution, accession) ON DELETE CASCADE
);

CREATE TABLE loans.requests (
  institution text NOT NULL REFERENCES loans.institutions (institution),
  request_no integer NOT NULL,
  wanted text NOT NULL,
  purpose text NOT NULL,
  PRIMARY KEY (institution, request_no)
);

CREATE TABLE loans.couriers (
  institution text NOT NULL REFERENCES loans.institutions (institution),
  courier_no integer NOT NULL,
  full_name text NOT NULL,
  passport text NOT NULL,
  PRIMARY KEY (institution, courier_no)
);

CREATE TABLE loans.transports (
  institution text NOT NULL,
  transport_no integer NOT NULL,
  courier_no integer NOT NULL,
  truck text NOT NULL,
  during daterange NOT NULL,
  route text NOT NULL,
  PRIMARY KEY (institution, transport_no),
  FOREIGN KEY (institution, courier_no) REFERENCES loans.couriers (institution, courier_no)
);

CREATE TABLE loans.reports (
  institution text NOT NULL,
  accession text NOT NULL,
  report_no integer NOT NULL,
  finding text NOT NULL,
  PRIMARY KEY (institution, accession, report_no),
  FOREIGN KEY (institution, accession) REFERENCES loans.objects (institution, accession) ON DELETE CASCADE
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['institutions', 'objects', 'valuations', 'object_shares', 'requests', 'couriers',
                           'transports', 'reports']
  LOOP
    EXECUTE format('ALTER TABLE loans.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE loans.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON loans.%I USING (institution = loans.me())'
                   ' WITH CHECK (institution = loans.me())', t);
  END LOOP;
END $$;

-- A borrower sees the shares for it, and by them the objects.
CREATE POLICY shared_with_me ON loans.object_shares FOR SELECT
  USING (borrower = loans.me() AND revoked_on IS NULL);
CREATE POLICY shared_with_me ON loans.objects FOR SELECT
  USING (EXISTS (SELECT FROM loans.object_shares s
                 WHERE s.institution = objects.institution AND s.accession = objects.accession
                   AND s.borrower = loans.me() AND s.revoked_on IS NULL));

GRANT SELECT ON loans.institutions TO hf_vitrine_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON loans.objects, loans.valuations, loans.object_shares, loans.requests,
  loans.couriers, loans.transports, loans.reports TO hf_vitrine_app;
