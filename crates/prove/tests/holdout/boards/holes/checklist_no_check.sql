-- Tenant A adds items to checklists of tenant B: the insert policy looks at the label only.
-- about: checklists
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO app.checklists VALUES ('bbbbbbbb-0000-4000-8000-000000000003', 2, 'forged');
-- shows: INSERT 0 1
DROP POLICY by_card ON app.checklists;
CREATE POLICY read ON app.checklists FOR SELECT
  USING (EXISTS (SELECT FROM app.cards c WHERE c.id = checklists.card_id));
CREATE POLICY write ON app.checklists FOR INSERT WITH CHECK (length(label) < 200);
