-- The new partition gets row security of its own and no grants: it is only reached through its parent.
CREATE TABLE tre.statements_2027 PARTITION OF tre.statements
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE tre.statements_2027 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
