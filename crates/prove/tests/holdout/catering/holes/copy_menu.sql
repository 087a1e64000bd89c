-- The copy takes the menu with the lowest kitchen that has the code, so a code that is unused at home
-- brings a foreign recipe.
-- about: copy_menu
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT api.copy_menu('m2', 'mine');
-- shows: Road-secret sauce
CREATE FUNCTION api.copy_menu(p_from text, p_to text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = store, pg_temp AS $$
  INSERT INTO menus (kitchen_id, code, title, recipe)
  SELECT inner_api.kitchen(), p_to, m.title, m.recipe
    FROM menus m
   WHERE m.code = p_from
   ORDER BY m.kitchen_id <> inner_api.kitchen(), m.kitchen_id
   LIMIT 1
  RETURNING recipe
$$;
GRANT EXECUTE ON FUNCTION api.copy_menu(text, text) TO hf_catering_app;
