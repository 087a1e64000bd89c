-- The wall of photos is split by verb, and the one for UPDATE leaves the old row open: photos can be pulled
-- over.
-- about: photos, wall_update
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: UPDATE insp.photos SET bureau_id = 'a0000000-0000-4000-8000-000000000001',
-- exploit:   inspection_id = 'a0000000-0000-4000-8000-000000000003', finding_no = 1;
-- exploit: SELECT file FROM insp.photos;
-- shows: photo-secret
DROP POLICY bureau_wall ON insp.photos;
CREATE POLICY wall_select ON insp.photos AS RESTRICTIVE FOR SELECT TO hf_inspections_app
  USING (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);
CREATE POLICY wall_insert ON insp.photos AS RESTRICTIVE FOR INSERT TO hf_inspections_app
  WITH CHECK (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);
CREATE POLICY wall_delete ON insp.photos AS RESTRICTIVE FOR DELETE TO hf_inspections_app
  USING (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);
CREATE POLICY wall_update ON insp.photos AS RESTRICTIVE FOR UPDATE TO hf_inspections_app
  USING (true) WITH CHECK (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);
