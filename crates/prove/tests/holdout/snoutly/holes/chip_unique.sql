-- A salon learns whether another has a pet with a certain chip, because the index spans the salons.
-- about: pets_chip_once, pets, chip
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: UPDATE pets SET chip = 'chip-2';
-- shows: violates unique constraint "pets_chip_once"
-- The same dog was entered twice too often.
CREATE UNIQUE INDEX pets_chip_once ON pets (chip) WHERE chip IS NOT NULL;
