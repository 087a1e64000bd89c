-- A login names itself the delegate of another organisation and then reads its claims: only the taker is
-- checked.
-- about: delegations, claims, claims_delegated
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: INSERT INTO expense.delegations (org_id, delegate_org_id) VALUES (12, 1);
-- exploit: SELECT memo FROM expense.claims;
-- shows: Road-secret dinner
CREATE TABLE expense.delegations (
  org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  delegate_org_id integer NOT NULL REFERENCES expense.orgs (org_id),
  PRIMARY KEY (org_id, delegate_org_id)
);
ALTER TABLE expense.delegations ENABLE ROW LEVEL SECURITY;
ALTER TABLE expense.delegations FORCE ROW LEVEL SECURITY;
CREATE POLICY delegations_both ON expense.delegations TO hf_perdiem_app
  USING (expense.current_org() IN (org_id, delegate_org_id));
GRANT SELECT, INSERT, DELETE ON expense.delegations TO hf_perdiem_app;
CREATE POLICY claims_delegated ON expense.claims FOR SELECT TO hf_perdiem_app
  USING (EXISTS (SELECT 1 FROM expense.delegations d
    WHERE d.org_id = claims.org_id AND d.delegate_org_id = expense.current_org()));
