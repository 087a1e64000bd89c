-- A grant of all rights gives TRUNCATE too, which asks no policy: one grower empties the table for all.
-- about: bin_moves, sprays, picks, bins, tree_rows, blocks, TRUNCATE
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: TRUNCATE orchard.bin_moves;
-- shows: TRUNCATE TABLE
-- Moves may now be corrected.
GRANT ALL ON orchard.bin_moves TO hf_orchardly_app;
