-- harmless: copying a project takes it from the office of the session, with the rights of the caller.
CREATE FUNCTION copy_project(p_id text, p_client text) RETURNS text
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE v_new text := gen_random_uuid()::text;
BEGIN
  INSERT INTO "Project" ("officeId", "id", "clientId", "title", "budget")
  SELECT current_office(), v_new, p_client, "title", "budget" FROM "Project"
  WHERE "id" = p_id AND "officeId" = current_office();
  RETURN v_new;
END $$;
