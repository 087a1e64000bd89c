-- A view of the glossary with the rights of its caller and a barrier; the table keeps its policy.
CREATE VIEW glossary WITH (security_invoker = true, security_barrier = true) AS
  SELECT org, term, locale, translation FROM glossary_terms WHERE org::text = current_org();
GRANT SELECT ON glossary TO hf_glossa_app;
