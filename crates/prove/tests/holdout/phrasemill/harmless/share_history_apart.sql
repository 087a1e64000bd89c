-- The history of shares that were taken back is a table of its own with the grantee as its agency; no
-- policy asks it.
CREATE TABLE tm.share_history (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  lender text NOT NULL,
  memory text NOT NULL,
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (agency, lender, memory, ended_at)
);
ALTER TABLE tm.share_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE tm.share_history FORCE ROW LEVEL SECURITY;
CREATE POLICY share_history_own ON tm.share_history USING (agency = tm.me()) WITH CHECK (agency = tm.me());
GRANT SELECT ON tm.share_history TO hf_phrasemill_app;
