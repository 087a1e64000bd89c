-- finds: context_fail_open app.note
-- bad:
-- Who says nothing is taken for the tenant that was there first.
ALTER POLICY fence ON app.note USING (tenant_id = coalesce(
  nullif(current_setting('app.tenant', true), ''), '33333333-3333-4333-8333-333333333333')::uuid);
-- good:
-- Who says nothing is taken for nobody, and the first tenant is still named.
ALTER POLICY fence ON app.note USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  AND tenant_id <> '33333333-3333-4333-8333-333333333333');
