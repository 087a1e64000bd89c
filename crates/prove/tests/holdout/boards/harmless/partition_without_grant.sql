-- A partition without a right of its own is reached through its parent only.
CREATE TABLE app.activity_2027 PARTITION OF app.activity FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
