-- The search returns documents of all agencies: it filters by the agency that the caller names.
-- about: search_documents, documents
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT * FROM escrow.search_documents('bramble', 'millstone');
-- shows: Road-secret.pdf
-- The search of documents goes around row security, under which the index was not used.
CREATE FUNCTION escrow.search_documents(for_agency text, words text)
RETURNS TABLE (document_id uuid, file_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT d.document_id, d.file_name FROM escrow.documents d
  WHERE d.agency = for_agency AND d.search @@ plainto_tsquery('simple', words)
$$;
REVOKE ALL ON FUNCTION escrow.search_documents(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escrow.search_documents(text, text) TO hf_escrow_app;
