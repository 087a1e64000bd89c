-- The robot is looked up among the caller's own halls, and moves between two of them.
CREATE FUNCTION yard.adopt_robot(p_tag text, p_hall text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = yard, pg_temp
  AS $$
  DECLARE v_site uuid;
  BEGIN
    SELECT s.id INTO v_site FROM sites s WHERE s.operator_id = yard.operator() AND s.title = p_hall;
    IF v_site IS NULL THEN
      RAISE EXCEPTION 'no such hall';
    END IF;
    UPDATE robots SET site_id = v_site
      WHERE tag = p_tag AND site_id IN (SELECT s.id FROM sites s WHERE s.operator_id = yard.operator());
  END $$;
