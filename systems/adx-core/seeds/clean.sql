-- Takes out the tenants of both seeds by their ids, with everything that has been added to them since.
-- They go as any tenant goes, by erase_tenant(): logs and schemas go too, users who have joined another
-- tenant move there, and a tenant with a database of its own is refused until that database is dropped.

-- Users of the seeds are made up, so they move nowhere: they leave the tenants that they have joined first. What
-- such a user made for another tenant stops the clean-up by its foreign key, until somebody else has it.
DELETE FROM tenant_memberships AS m
WHERE m.user_id::text ~ '^[de][123]000000-0000-4000-8000-0000000000[0-9]{2}$';

DO $$
DECLARE
  made uuid;
BEGIN
  FOR made IN
    SELECT t.id FROM tenants t
    WHERE t.id IN (
      'd1000000-0000-4000-8000-000000000000', 'd2000000-0000-4000-8000-000000000000',
      'd3000000-0000-4000-8000-000000000000', 'e1000000-0000-4000-8000-000000000000',
      'e2000000-0000-4000-8000-000000000000', 'e3000000-0000-4000-8000-000000000000'
    )
    ORDER BY t.id
  LOOP
    PERFORM erase_tenant(made);
  END LOOP;
END
$$;
