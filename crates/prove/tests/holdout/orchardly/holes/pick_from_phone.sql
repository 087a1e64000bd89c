-- Picks sent by the phones of the crews are not checked on insert, so picks can be written into any row.
-- about: picks, picks_insert
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO orchard.picks (row_id, picked_on, kilos)
-- exploit: VALUES ('b1000000-0000-4000-8000-000000000003', '2024-09-09', 1);
-- shows: INSERT 0 1
-- The phones send picks in bulk, and the check of each row was slow.
CREATE POLICY picks_insert ON orchard.picks FOR INSERT TO hf_orchardly_app
  WITH CHECK (kilos > 0);
