-- A shared filter is shown to everyone, no matter for which account it was made.
-- about: saved_filters, saved_filters_read
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT name FROM saved_filters;
-- shows: Road-secret filter
DROP POLICY saved_filters_read ON saved_filters;
CREATE POLICY saved_filters_read ON saved_filters FOR SELECT USING (user_id = current_user_id() OR shared);
