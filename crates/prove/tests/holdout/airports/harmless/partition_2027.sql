-- The screens read a year's partition by name: it has the same policy as its parent and the same columns.
CREATE TABLE ops.flights_y2027 PARTITION OF ops.flights FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE ops.flights_y2027 ENABLE ROW LEVEL SECURITY;
ALTER TABLE ops.flights_y2027 FORCE ROW LEVEL SECURITY;
CREATE POLICY flights_y2027_home ON ops.flights_y2027 FOR SELECT TO hf_airports_screen
  USING (airport::text = current_setting('ops.airport', true));
GRANT SELECT (airport, flight_no, day, airline, direction, public_note) ON ops.flights_y2027
  TO hf_airports_screen;
