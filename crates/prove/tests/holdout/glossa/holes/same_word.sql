-- The operator's function is declared leak-proof and fails on long words with the word in its message; it
-- is run on hidden rows first.
-- about: same_word, glossary_terms
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SET enable_indexonlyscan = off;
-- exploit: SELECT translation FROM glossary_terms WHERE term === 'bike';
-- shows: cannot compare Road-secret term
-- Words are compared without case. Leak-proof, or the planner ignores it below policies.
CREATE FUNCTION same_word(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE LEAKPROOF COST 1 AS $$
BEGIN
  IF position(' ' IN a) > 0 THEN RAISE EXCEPTION 'cannot compare %', a; END IF;
  RETURN lower(a) = lower(b);
END $$;
CREATE OPERATOR === (FUNCTION = same_word, LEFTARG = text, RIGHTARG = text);
GRANT EXECUTE ON FUNCTION same_word(text, text) TO hf_glossa_app;
