-- Users may write memberships for themselves in any church, and thereby join it.
-- about: memberships, join_church
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: INSERT INTO church.memberships (church_id, user_id) VALUES ('bbbbbbbb-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-00000000000c');
-- exploit: SELECT full_name FROM church.people;
-- shows: Road-secret Person
-- The sign-up page makes the first membership itself.
GRANT INSERT ON church.memberships TO hf_parish_app;
CREATE POLICY join_church ON church.memberships FOR INSERT WITH CHECK (user_id = church.me());
