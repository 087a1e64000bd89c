-- The upload function answers "known" when the text is in the store of any team: knowledge of others' files.
-- about: document_known, documents
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT CASE WHEN app.document_known('cafe02') THEN 'some' || 'body has it' ELSE 'new' END;
-- shows: somebody has it
-- The same file need not be uploaded twice.
CREATE FUNCTION app.document_known(sum text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT FROM app.documents d WHERE d.checksum = sum)
$$;
REVOKE EXECUTE ON FUNCTION app.document_known(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.document_known(text) TO hf_assistants_app;
