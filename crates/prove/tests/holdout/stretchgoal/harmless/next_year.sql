-- A new partition without any grant: it is reached by its parent, whose policy holds.
CREATE TABLE fund.contributions_2031 PARTITION OF fund.contributions
  FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');
ALTER TABLE fund.contributions_2031 ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.contributions_2031 FORCE ROW LEVEL SECURITY;
