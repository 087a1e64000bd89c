-- A second permissive policy adds the public pages with all their columns, so drafts of other teams can be
-- read.
-- about: status_pages
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: SELECT slug, draft_notice FROM status_pages;
-- shows: Road-secret draft
CREATE POLICY "Public pages are readable" ON status_pages FOR SELECT USING (is_public);
