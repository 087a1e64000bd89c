SELECT p.gid, p.owner, p.database, extract(epoch FROM now() - p.prepared),
  -- Only the database that it was prepared in can end it.
  p.database = current_database()
FROM pg_prepared_xacts AS p;
