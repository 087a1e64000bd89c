-- The view has a filter but no check option and its owner's rights: inserts through it go into any agency.
-- about: glossary_terms
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: INSERT INTO tr.glossary_terms (agency, term, meaning) VALUES (20, 'valve', 'forged');
-- exploit: UPDATE tr.glossary_terms SET agency = 20, term = 'pump2' WHERE term = 'pump' RETURNING 'gone';
-- shows: gone
-- The import tool cannot set upper case terms itself.
CREATE VIEW tr.glossary_terms WITH (security_barrier = true) AS
  SELECT agency, term, meaning FROM tr.glossary WHERE agency = tr.agency();
GRANT SELECT, INSERT, UPDATE ON tr.glossary_terms TO hf_translation_app;
REVOKE INSERT, UPDATE ON tr.glossary FROM hf_translation_app;
