-- Whoever is mentioned reads the comment, but a login does not say of which agency.
-- about: comments
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: SET tr.person = 'kim';
-- exploit: SELECT body FROM tr.comments;
-- shows: Road-secret comment
CREATE INDEX comments_mentions ON tr.comments USING gin (mentions);
CREATE POLICY mention_rows ON tr.comments FOR SELECT USING (mentions @> ARRAY[tr.person()]);
