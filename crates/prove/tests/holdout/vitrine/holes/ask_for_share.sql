-- An institution grants itself any other's object, because a borrower may write shares that name it.
-- about: object_shares, ask_for_share, objects
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: INSERT INTO loans.object_shares VALUES ('road', '1901.1', 'hill');
-- exploit: SELECT title FROM loans.objects;
-- shows: Road-secret Portrait
-- A borrower may ask for an object; the owner sees it in the list.
CREATE POLICY ask_for_share ON loans.object_shares FOR INSERT WITH CHECK (borrower = loans.me());
