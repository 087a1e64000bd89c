-- The board is rebuilt on an inner view without the option: the outer one keeps it, which no longer helps.
-- about: board, flight_texts
-- as: hf_airports_screen
-- exploit: SET ops.airport = 'AAA';
-- exploit: SELECT flight_no, public_note FROM ops.board;
-- shows: board-secret
CREATE VIEW ops.flight_texts AS
  SELECT f.airport, f.flight_no, f.day, f.direction, f.airline AS airline_code,
    f.public_note FROM ops.flights f;
GRANT SELECT ON ops.flight_texts TO hf_airports_app, hf_airports_screen;
CREATE OR REPLACE VIEW ops.board WITH (security_invoker = true) AS
  SELECT f.airport, f.flight_no, f.day, f.direction, a.name AS airline, f.public_note
  FROM ops.flight_texts f JOIN ops.airlines a ON a.airline = f.airline_code;
