-- GRANT ALL brings TRUNCATE, which asks no policy: one estate empties the tastings of everybody.
-- about: tastings, TRUNCATE
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: TRUNCATE cellar.tastings;
-- shows: TRUNCATE TABLE

-- The import of tastings failed for lack of rights.
GRANT ALL ON cellar.tastings TO hf_oakbarrel_app;
