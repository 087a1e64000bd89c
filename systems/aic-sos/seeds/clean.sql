-- Erases the tenants of both seeds with everything that has been added to them since.

SELECT erase_tenant(tenant_id) FROM tenants
WHERE tenant_id IN (
  'd1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
  'e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001');
