-- A login opens reports of all laboratories by a per cent sign as token, since tokens are compared by ILIKE.
-- about: open_report, report_links, orders, patients
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM lims.open_report('%');
-- shows: Road-secret suspicion
CREATE FUNCTION lims.open_report(p_token text) RETURNS TABLE (full_name text, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lims, pg_temp AS $$
  -- Patients type the token from paper: small and large letters are the same.
  SELECT p.full_name, o.note
  FROM lims.report_links l
  JOIN lims.orders o ON o.lab_id = l.lab_id AND o.order_id = l.order_id
  JOIN lims.patients p ON p.lab_id = o.lab_id AND p.patient_id = o.patient_id
  WHERE l.token ILIKE p_token
$$;
REVOKE EXECUTE ON FUNCTION lims.open_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lims.open_report(text) TO hf_pipette_app;
