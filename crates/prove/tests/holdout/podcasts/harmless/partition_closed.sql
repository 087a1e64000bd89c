-- A partition for a big network without any rights of its own: it is reached through the parent only.
CREATE TABLE downloads_2 PARTITION OF downloads FOR VALUES IN (2);
ALTER TABLE downloads_2 ENABLE ROW LEVEL SECURITY;
ALTER TABLE downloads_2 FORCE ROW LEVEL SECURITY;
