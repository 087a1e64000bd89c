-- The check for conflicts searches the matters of all firms and gives back titles and opponents.
-- about: conflicts
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SELECT * FROM law.conflicts('hill');
-- shows: Road-secret takeover
-- Walls must not hide a conflict, so this runs with its owner's rights.
CREATE FUNCTION law.conflicts(p_name text) RETURNS TABLE (matter_no text, title text, opponent text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, pg_temp AS $$
  SELECT m.matter_no, m.title, m.opponent
    FROM matters m JOIN clients c USING (firm, client_no)
   WHERE c.name ILIKE '%' || p_name || '%' OR m.opponent ILIKE '%' || p_name || '%'
$$;
