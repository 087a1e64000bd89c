-- A court learns when the rooms of other courts are taken, because the new constraint against double
-- booking compares rooms and times of all courts.
-- about: hearings_no_overlap, hearings
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: INSERT INTO cal.rooms VALUES ('AL-01', 9, 'Annex');
-- exploit: INSERT INTO cal.hearings (court_code, hearing_no, case_no, room_no, during, title)
-- exploit: VALUES ('AL-01', 2, '26-1', 9, '[2026-05-01 09:30, 2026-05-01 09:40)', 'probe');
-- shows: hearings_no_overlap
ALTER TABLE cal.hearings ADD CONSTRAINT hearings_no_overlap
  EXCLUDE USING gist (int4range(room_no, room_no, '[]') WITH &&, during WITH &&);
