-- Triggers that are switched off, and constraints whose triggers are. One that fires on replicas only is left
-- out when somebody wrote it: that is meant. A part of a partitioned table's trigger is told with it.
SELECT format('%I.%I', n.nspname, c.relname), coalesce(format('foreign key %I', k.conname),
    format('constraint of %s', t.tgconstrrelid::regclass)),
  'constraint',
  format('ALTER TABLE %I.%I ENABLE TRIGGER ALL;', n.nspname, c.relname)
FROM pg_trigger AS t
JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_constraint AS k ON k.oid = t.tgconstraint
WHERE t.tgisinternal AND t.tgenabled IN ('D', 'R')
  -- Partitions have internal copies of what is no constraint.
  AND t.tgconstraint <> 0
UNION
SELECT format('%I.%I', n.nspname, c.relname), format('trigger %I', t.tgname), 'trigger',
  format('ALTER TABLE %I.%I ENABLE TRIGGER %I;', n.nspname, c.relname, t.tgname)
FROM pg_trigger AS t
JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND t.tgenabled = 'D'
  AND NOT EXISTS (SELECT FROM pg_trigger AS p WHERE p.oid = t.tgparentid AND p.tgenabled = 'D')
UNION
SELECT 'event trigger', format('event trigger %I', e.evtname), 'trigger',
  format('ALTER EVENT TRIGGER %I ENABLE;', e.evtname)
FROM pg_event_trigger AS e
WHERE e.evtenabled = 'D'
ORDER BY 1, 2;
