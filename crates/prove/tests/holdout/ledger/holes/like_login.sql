-- Tenant acme reads what belongs to every role whose name looks like its own.
-- about: attachments
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: INSERT INTO books.attachments (entry_no, file_name, content, tenant_id) VALUES (1, 'f', '',
-- exploit: 'zeta');
-- shows: INSERT 0 1
DROP POLICY own ON books.attachments;
CREATE POLICY own ON books.attachments USING (session_user LIKE '%ledger%' || left(tenant_id, 0) || '%');
