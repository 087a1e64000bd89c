-- Using the sequence is what inserting does anyway.
GRANT USAGE ON SEQUENCE tickets_ticket_no_seq TO ho_sensors_app;
