-- What is open to the church is open to all churches: the new policy asks only for the visibility.
-- about: prayer_requests
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: SELECT body FROM church.prayer_requests;
-- shows: Road-secret prayer
-- One policy for each kind of reader is easier to read.
DROP POLICY read ON church.prayer_requests;
CREATE POLICY read_own ON church.prayer_requests FOR SELECT USING (author = church.me());
CREATE POLICY read_church ON church.prayer_requests FOR SELECT USING (visibility = 'church');
CREATE POLICY read_leaders ON church.prayer_requests FOR SELECT
  USING (church_id IN (SELECT church.my_churches_as('{leader,admin}')));
