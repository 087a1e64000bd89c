-- Everybody reads who is in which club: the list of members was opened for a search by nickname.
-- about: memberships
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: SELECT nickname FROM club.memberships;
-- shows: nick-secret
CREATE POLICY by_nickname ON club.memberships FOR SELECT USING (nickname IS NOT NULL);
