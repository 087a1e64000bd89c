-- The card feed belongs to the tables' group, with row security forced and the company's policy.
CREATE TABLE exp.card_feed (
  company_id bigint NOT NULL REFERENCES exp.companies,
  cents integer NOT NULL,
  merchant text NOT NULL
);
ALTER TABLE exp.card_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.card_feed FORCE ROW LEVEL SECURITY;
ALTER TABLE exp.card_feed OWNER TO hf_outlay_tables;
CREATE POLICY company ON exp.card_feed USING (company_id = exp.current_company());
GRANT SELECT, INSERT, DELETE ON exp.card_feed TO hf_outlay_app;
