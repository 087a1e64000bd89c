-- finds: shared_rows_writable app.note
-- bad:
-- They cannot be written, and yet be deleted and made one's own.
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
CREATE POLICY common ON app.note
  USING (tenant_id IS NULL) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- good:
-- Written by everybody, read by nobody: a mailbox.
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
CREATE POLICY common ON app.note FOR INSERT WITH CHECK (tenant_id IS NULL);
