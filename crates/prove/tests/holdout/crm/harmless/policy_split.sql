-- Four policies, one per verb, say what one policy said.
DROP POLICY tenant ON notes;
CREATE POLICY notes_read ON notes FOR SELECT USING (tenant_id = current_tenant());
CREATE POLICY notes_insert ON notes FOR INSERT WITH CHECK (tenant_id = current_tenant());
CREATE POLICY notes_update ON notes FOR UPDATE USING (tenant_id = current_tenant());
CREATE POLICY notes_delete ON notes FOR DELETE USING (tenant_id = current_tenant());
