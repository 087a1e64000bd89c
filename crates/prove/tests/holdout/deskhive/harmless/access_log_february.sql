-- Harmless: the new month's part is reached through the whole only, whose policy holds.
CREATE TABLE desk.access_log_2031_02 PARTITION OF desk.access_log
  FOR VALUES FROM ('2031-02-01') TO ('2031-03-01');
ALTER TABLE desk.access_log_2031_02 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
