-- Branches are found by the beginning of the slug, so a space sees all whose slug begins with its own.
-- about: visitors, visitors_own
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: SELECT full_name FROM desk.visitors;
-- shows: Road-secret visitor
ALTER POLICY visitors_own ON desk.visitors
  USING (space LIKE desk.space() || '%') WITH CHECK (space LIKE desk.space() || '%');
