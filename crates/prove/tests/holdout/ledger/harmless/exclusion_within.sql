-- Periods of one tenant do not overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE books.periods ADD CONSTRAINT periods_do_not_overlap
  EXCLUDE USING gist (tenant_id WITH =, during WITH &&);
