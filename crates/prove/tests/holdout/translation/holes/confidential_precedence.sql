-- AND binds closer than OR: without a person set the last arm alone lets the projects of all agencies
-- through.
-- about: projects
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: SELECT title FROM tr.projects;
-- shows: Road-secret merger
-- One policy instead of two, which the planner likes better.
DROP POLICY confidential_rows ON tr.projects;
DROP POLICY agency_rows ON tr.projects;
CREATE POLICY agency_rows ON tr.projects
  USING (agency = tr.agency() AND NOT confidential OR lead = tr.person() OR tr.person() IS NULL)
  WITH CHECK (agency = tr.agency());
