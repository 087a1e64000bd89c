-- The check for conflicts goes past the walls with its owner's rights, but only within the firm.
CREATE FUNCTION law.conflicts(p_name text) RETURNS TABLE (matter_no text, title text, opponent text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, pg_temp AS $$
  SELECT m.matter_no, m.title, m.opponent
    FROM matters m JOIN clients c USING (firm, client_no)
   WHERE m.firm = current_firm()
     AND (c.name ILIKE '%' || p_name || '%' OR m.opponent ILIKE '%' || p_name || '%')
$$;
