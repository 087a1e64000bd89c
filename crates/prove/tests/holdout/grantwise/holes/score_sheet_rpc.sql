-- The score sheet has its owner's rights and looks only at the number, so it prints anybody's reviews.
-- about: grants_score_sheet, grants_review, grants_application
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT * FROM grants_score_sheet(4711);
-- shows: Road-secret remarks
CREATE FUNCTION grants_score_sheet(p_number integer)
RETURNS TABLE (reviewer text, score integer, remarks text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT r.reviewer, r.score, r.remarks
  FROM grants_review r
  JOIN grants_application a ON a.organization_id = r.organization_id AND a.id = r.application_id
  WHERE a.number = p_number
$$;
GRANT EXECUTE ON FUNCTION grants_score_sheet(integer) TO hf_grantwise_app;
