-- The operator compares without case; its function is not leak-proof, so policies are asked before it.
CREATE FUNCTION same_word(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$ SELECT lower(a) = lower(b) $$;
CREATE OPERATOR === (FUNCTION = same_word, LEFTARG = text, RIGHTARG = text);
REVOKE EXECUTE ON FUNCTION same_word(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION same_word(text, text) TO hf_glossa_app;
