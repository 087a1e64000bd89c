-- Queries shared by link may be edited by whoever has the link: the update policy is for all of them.
-- about: saved_queries, link_edit
-- as: hf_tracing_app
-- exploit: SET apm.org_id = '7';
-- exploit: UPDATE apm.saved_queries SET filter = 'defaced';
-- shows: UPDATE 2
CREATE POLICY link_edit ON apm.saved_queries FOR UPDATE TO hf_tracing_app
  USING (visibility = 'link') WITH CHECK (visibility = 'link');
