-- Any salon changes or deletes lost pets of another, because the policy for them covers every verb.
-- about: pets_lost, pets, lost
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: UPDATE pets SET temper = 'calm' WHERE chip = 'chip-2';
-- shows: UPDATE 1
-- A lost pet may turn up at a neighbour's.
CREATE POLICY pets_lost ON pets USING (lost);
