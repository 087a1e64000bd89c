-- Basil reads every schema: its role was made a reader of all data for a report.
-- about: hf_kitchens_basil
-- as: hf_kitchens_basil
-- exploit: SELECT text FROM thyme.recipes;
-- shows: recipe-secret
GRANT pg_read_all_data TO hf_kitchens_basil;
