-- Basil reads the guests of thyme: its role was given the other schema by a copied script.
-- about: thyme, guests
-- as: hf_kitchens_basil
-- exploit: SELECT name FROM thyme.guests;
-- shows: Guest-secret
GRANT USAGE ON SCHEMA thyme TO hf_kitchens_basil;
GRANT SELECT ON ALL TABLES IN SCHEMA thyme TO hf_kitchens_basil;
