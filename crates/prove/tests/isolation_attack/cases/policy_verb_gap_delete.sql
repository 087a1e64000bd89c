-- finds: policy_verb_gap app.note
-- bad:
ALTER POLICY fence ON app.note RENAME TO fence_read;
CREATE POLICY clean_up ON app.note FOR DELETE USING (true);
-- good:
CREATE POLICY clean_up ON app.note FOR DELETE USING (tenant_id::text = current_setting('app.tenant', true));
