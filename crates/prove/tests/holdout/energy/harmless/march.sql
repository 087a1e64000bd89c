-- The next partition, reached through the parent only.
CREATE TABLE grid.readings_2026_03 PARTITION OF grid.readings
  FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
