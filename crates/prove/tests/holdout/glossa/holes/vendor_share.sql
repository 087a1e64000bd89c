-- The check on a share looks at the vendor only, so an organisation shares anybody's project with itself
-- and reads its segments.
-- about: project_shares, segments, shared_with_vendor, vendor
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: INSERT INTO project_shares VALUES ('north-road', 'merger', 'north');
-- exploit: SELECT target FROM segments;
-- shows: Road-secret target
-- A vendor translates projects that were shared with it. Both sides may see and end a share.
CREATE TABLE project_shares (
  owner_org text NOT NULL,
  project text NOT NULL,
  vendor text NOT NULL,
  PRIMARY KEY (owner_org, project, vendor)
);
ALTER TABLE project_shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_shares FORCE ROW LEVEL SECURITY;
CREATE POLICY both_sides ON project_shares USING (current_org() IN (owner_org, vendor));
GRANT SELECT, INSERT, DELETE ON project_shares TO hf_glossa_app;
CREATE POLICY shared_with_vendor ON segments FOR SELECT USING (
  EXISTS (SELECT 1 FROM project_shares s
    WHERE s.owner_org = segments.org AND s.project = segments.project AND s.vendor = current_org())
);
