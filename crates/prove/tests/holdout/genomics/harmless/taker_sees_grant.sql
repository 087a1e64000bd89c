-- Whoever was granted something sees the grant.
CREATE POLICY taken ON gen.dataset_grants FOR SELECT USING (grantee_id = gen.institute());
