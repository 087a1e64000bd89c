-- One row about the server, our rights and the ledger; catalogs only, so it works on any database.
SELECT current_setting('server_version_num') AS version_num,
       current_setting('server_version') AS version,
       current_database() AS database,
       current_user AS "user",
       pg_is_in_recovery() AS in_recovery,
       current_setting('transaction_read_only') = 'on' AS read_only,
       has_database_privilege(current_database(), 'CREATE') AS may_create_schema,
       to_regnamespace('bulkhead') IS NOT NULL AS has_bulkhead_schema,
       to_regclass('bulkhead.steps') IS NOT NULL AS has_steps,
       (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = {schema})
         AS may_create_in_ledger_schema,
       to_regclass({ledger}) AS ledger,
       obj_description(to_regclass({ledger}), 'pg_class') AS ledger_comment,
       (SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute
         WHERE attrelid = to_regclass({ledger}) AND attnum > 0 AND NOT attisdropped) AS ledger_columns
