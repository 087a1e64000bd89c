-- Harmless: only a form of the caller's own clinic is copied.
CREATE FUNCTION duplicate_form(p_template text) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO "FormTemplate" ("clinicId", "title", "fields")
  SELECT t."clinicId", t."title" || ' (copy)', t."fields" FROM "FormTemplate" t
  WHERE t."id" = p_template AND t."clinicId" = current_clinic()
  RETURNING "id"
$$;
GRANT EXECUTE ON FUNCTION duplicate_form(text) TO hf_intakely_app;
