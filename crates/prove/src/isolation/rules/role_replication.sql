-- A role with REPLICATION reads the changes of all tenants from the log, where there are no policies.
SELECT quote_ident(r.name), r.app, r.name, NULL,
  E'SELECT pg_create_logical_replication_slot(''bulkhead_probe'', ''test_decoding'', true);',
  format('%I has REPLICATION: it reads every change of every tenant from a replication slot.', r.name),
  format('ALTER ROLE %I NOREPLICATION;', r.name), NULL
FROM reached AS r
WHERE r.replication AND NOT r.superuser AND r.settable
