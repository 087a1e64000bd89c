-- Since when a slot is unused is known from PostgreSQL 17 on.
SELECT s.slot_name, s.slot_type, s.active, coalesce(s.wal_status, ''),
  pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
    s.restart_lsn),
  extract(epoch FROM now() - (to_jsonb(s) ->> 'inactive_since')::timestamptz)
FROM pg_replication_slots AS s
WHERE NOT s.temporary;
