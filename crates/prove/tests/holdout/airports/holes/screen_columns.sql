-- The screens need more columns: the grant on the partition reads past the row security of the parent.
-- about: flights_y2027
-- as: hf_airports_screen
-- exploit: SET ops.airport = 'AAA';
-- exploit: SELECT flight_no, ops_note FROM ops.flights_y2027;
-- shows: later-secret
CREATE TABLE ops.flights_y2027 PARTITION OF ops.flights FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE ops.flights_y2027 ENABLE ROW LEVEL SECURITY;
CREATE POLICY flights_y2027_home ON ops.flights_y2027 TO hf_airports_screen
  USING (day >= '2027-01-01' AND airport IS NOT NULL);
GRANT SELECT ON ops.flights_y2027 TO hf_airports_screen;
