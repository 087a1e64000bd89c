-- Sub-accounts are read by a list that only the operator writes; no pattern is matched, so no account is
-- caught.
CREATE TABLE sched.sub_accounts (
  account sched.slug NOT NULL REFERENCES sched.accounts,
  child text NOT NULL CHECK (child LIKE account || '/%'),
  label text,
  PRIMARY KEY (account, child)
);
ALTER TABLE sched.sub_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sched.sub_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY sub_accounts_own ON sched.sub_accounts FOR SELECT TO hf_scheduler_app
  USING (account = sched.me());
GRANT SELECT ON sched.sub_accounts TO hf_scheduler_app;
