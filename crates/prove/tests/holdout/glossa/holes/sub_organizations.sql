-- The policy compares the beginning of the name only, so north sees the projects of north-road, a stranger.
-- about: projects, org_rows, family
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: SELECT title FROM projects;
-- shows: Road-secret project
-- A department has the name of its organisation with a suffix; the head office reads its departments.
CREATE POLICY family ON projects FOR SELECT USING (starts_with(org, current_org()));
