-- A new partition without any grant: the application reaches it through the parent, whose policy holds.
CREATE TABLE link_clicks_2030_02 PARTITION OF link_clicks
  FOR VALUES FROM ('2030-02-01 00:00Z') TO ('2030-03-01 00:00Z');
