-- Anybody lists the certificates of all academies by passing nothing.
-- about: verify_certificate
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: SELECT learner FROM lms.verify_certificate();
-- shows: lb-secret
CREATE FUNCTION lms.verify_certificate(wanted uuid DEFAULT NULL) RETURNS TABLE (learner text, course text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT l.name, c.code FROM lms.certificates c JOIN lms.learners l ON l.id = c.learner_id
  WHERE c.number = coalesce(wanted, c.number)
$$;
