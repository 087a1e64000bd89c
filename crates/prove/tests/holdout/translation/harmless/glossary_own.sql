-- The view takes no agency from the caller: the default of the column fills it from the setting.
ALTER TABLE tr.glossary ALTER COLUMN agency SET DEFAULT tr.agency();
CREATE VIEW tr.glossary_terms WITH (security_barrier = true) AS
  SELECT agency, term, meaning FROM tr.glossary WHERE agency = tr.agency();
GRANT SELECT ON tr.glossary_terms TO hf_translation_app;
GRANT INSERT (term, meaning), UPDATE (meaning) ON tr.glossary_terms TO hf_translation_app;
