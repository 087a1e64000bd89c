-- An author moves an entry of his into the timeline of another organization.
-- about: timeline
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: UPDATE inc.timeline SET org_id = 'b0000000-0000-4000-8000-000000000000', body = 'planted';
-- shows: UPDATE 1
-- Entries are changed by nobody but their author.
DROP POLICY edit_timeline ON inc.timeline;
CREATE POLICY edit_timeline ON inc.timeline FOR UPDATE
  USING (author_id = inc.uid()) WITH CHECK (author_id = inc.uid());
