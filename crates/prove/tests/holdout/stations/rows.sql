INSERT INTO air.genres VALUES ('jazz', 'Jazz'), ('folk', 'Folk');
INSERT INTO hill.hosts VALUES (1, 'Hill host', '1');
INSERT INTO road.hosts VALUES (2, 'Road-secret host', '2');
INSERT INTO hill.shows VALUES ('h', 1, 'Hill show');
INSERT INTO road.shows VALUES ('r', 2, 'Road-secret show');
INSERT INTO hill.songs VALUES (1, 'jazz', 'Hill song');
INSERT INTO road.songs VALUES (2, 'folk', 'Road-secret song');
INSERT INTO hill.plays VALUES (1, '2026-01-01', 'h');
INSERT INTO road.plays VALUES (2, '2026-01-01', 'r');
INSERT INTO hill.wishes (listener, body) VALUES ('Hill listener', 'Hill wish');
INSERT INTO road.wishes (listener, body) VALUES ('Road-secret listener', 'Road-secret wish');
INSERT INTO hill.sponsors VALUES ('Hill sponsor', 10);
INSERT INTO road.sponsors VALUES ('Road-secret sponsor', 20);
-- A jingle that belongs to the other station's login.
DO $$
BEGIN
  PERFORM lo_from_bytea(4242, 'Road-secret jingle'::bytea);
  EXECUTE 'ALTER LARGE OBJECT 4242 OWNER TO hf_stations_road';
  IF to_regclass('air.chat') IS NOT NULL THEN
    INSERT INTO air.chat (station, body) VALUES ('road', 'Road-secret chat');
  END IF;
END
$$;
