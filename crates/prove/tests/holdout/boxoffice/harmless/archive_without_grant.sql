-- An archive for operators: default privileges open nothing, row security is forced, and nobody has a
-- grant.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM PUBLIC;
CREATE TABLE orders_archive (LIKE orders INCLUDING ALL);
ALTER TABLE orders_archive ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders_archive FORCE ROW LEVEL SECURITY;
