-- Takes out the tenants of both seeds with everything that has been added to them since, then what belongs to
-- no tenant: people and shared rows, unless others have come to use them.

SELECT migration.purge_tenant(id, slug) FROM migration.client_accounts
WHERE id IN (
  'd1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
  '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');

DELETE FROM migration.users AS u
WHERE (u.id BETWEEN 'd0000000-0000-4000-8000-000000000011' AND 'd0000000-0000-4000-8000-000000000016'
    OR u.id IN ('e1000000-0000-4000-8000-000000000011', 'e2000000-0000-4000-8000-000000000011'))
  AND NOT EXISTS (SELECT FROM migration.user_account_associations AS a WHERE a.user_id = u.id)
  AND NOT EXISTS (SELECT FROM migration.data_imports AS i WHERE i.imported_by = u.id)
  AND NOT EXISTS (SELECT FROM migration.client_access AS a WHERE a.granted_by = u.id)
  AND NOT EXISTS (SELECT FROM migration.engagement_access AS a WHERE a.granted_by = u.id);

DELETE FROM migration.platform_adapters AS a
WHERE a.id IN ('d0000000-0000-4000-8000-0000000000a1', 'd0000000-0000-4000-8000-0000000000a2')
  AND NOT EXISTS (SELECT FROM migration.platform_credentials AS c WHERE c.platform_adapter_id = a.id);

DELETE FROM migration.llm_model_pricing
WHERE id IN ('d0000000-0000-4000-8000-0000000000a4', 'd0000000-0000-4000-8000-0000000000a5');
