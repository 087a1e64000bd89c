-- finds: shared_rows_writable app.note
-- bad:
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
INSERT INTO app.note VALUES (9, NULL, 'for all');
CREATE POLICY common ON app.note USING (tenant_id IS NULL);
-- good:
-- What belongs to nobody may be read by everybody.
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
INSERT INTO app.note VALUES (9, NULL, 'for all');
CREATE POLICY common ON app.note FOR SELECT USING (tenant_id IS NULL);
