-- Tenant acme reads the entries of zeta by SET ROLE: one tenant's role was granted to the other.
-- about: ho_ledger, entries
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: SET ROLE ho_ledger_zeta;
-- exploit: SELECT memo FROM books.entries;
-- shows: MZ-secret
GRANT ho_ledger_zeta TO ho_ledger_acme;
DROP POLICY own ON books.entries;
CREATE POLICY own ON books.entries USING (
  tenant_id = (SELECT t.id FROM books.tenants t WHERE t.login = current_user));
DROP POLICY own ON books.tenants;
CREATE POLICY own ON books.tenants FOR SELECT USING (login = current_user);
