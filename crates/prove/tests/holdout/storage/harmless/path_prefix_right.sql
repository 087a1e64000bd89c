-- The prefix ends with the slash and the column agrees with it.
DROP POLICY own ON storage.objects;
CREATE POLICY own ON storage.objects USING (tenant_id = storage.tenant() AND starts_with(path,
  storage.tenant() || '/'));
