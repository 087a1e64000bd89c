-- Any salon reads every salon's stays, because the board view runs with its owner's rights.
-- about: day_board, stays, pets
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT pet, instructions FROM day_board;
-- shows: Road-secret pills
-- The screen at the desk needs one query for the day.
CREATE VIEW day_board AS
  SELECT s.salon_id, s.kennel, p.name AS pet, s.arrives, s.leaves, s.instructions
  FROM stays s
  JOIN pets p ON p.salon_id = s.salon_id AND p.id = s.pet_id;
GRANT SELECT ON day_board TO hf_snoutly_app;
