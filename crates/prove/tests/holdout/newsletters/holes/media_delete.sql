-- One publication empties the media library of all: the policy for deletes is true, only the others name
-- the publication.
-- about: media, media_delete
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: DELETE FROM media;
-- shows: DELETE 2
-- Policies by verb; editors complained that old pictures could not be deleted.
DROP POLICY media_tenant ON media;
CREATE POLICY media_select ON media FOR SELECT USING (publication = current_publication());
CREATE POLICY media_insert ON media FOR INSERT WITH CHECK (publication = current_publication());
CREATE POLICY media_update ON media FOR UPDATE USING (publication = current_publication());
CREATE POLICY media_delete ON media FOR DELETE USING (true);
