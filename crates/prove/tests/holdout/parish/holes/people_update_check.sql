-- The check of the new update policy looks at the name only, so people may be moved into another church.
-- about: people
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: UPDATE church.people SET church_id = 'bbbbbbbb-0000-4000-8000-000000000002';
-- shows: UPDATE 1
DROP POLICY mine ON church.people;
CREATE POLICY people_read ON church.people FOR SELECT USING (church_id IN (SELECT church.my_churches()));
CREATE POLICY people_add ON church.people FOR INSERT
  WITH CHECK (church_id IN (SELECT church.my_churches()) AND full_name <> '');
CREATE POLICY people_edit ON church.people FOR UPDATE
  USING (church_id IN (SELECT church.my_churches())) WITH CHECK (full_name <> '');
CREATE POLICY people_remove ON church.people FOR DELETE
  USING (church_id IN (SELECT church.my_churches_as('{leader,admin}')));
