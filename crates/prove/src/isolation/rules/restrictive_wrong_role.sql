-- A restrictive policy is the fence, and does not hold for all roles that pass the permissive ones.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I admits rows of all tenants to %I, whom no restrictive policy binds.', g.name, g.act_as),
  (SELECT string_agg(format('ALTER POLICY %I ON %s TO PUBLIC;', p.polname, g.of), E'\\n') FROM pg_policy AS p
   WHERE p.polrelid = g.relid AND NOT p.polpermissive),
  NULL
FROM named_gap AS g
WHERE g.kind = 'restrictive_wrong_role'
