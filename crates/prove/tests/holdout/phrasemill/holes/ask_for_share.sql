-- The agency that wants to read may write the share itself, without the one who owns the memory.
-- about: memory_shares, memory_shares_ask, segments
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: INSERT INTO tm.memory_shares VALUES ('polyglot', 'marketing', 'polyglot-east', NULL);
-- exploit: SELECT source, target FROM tm.segments;
-- shows: Road-secret Start
-- An agency asks for a memory; the owner answers by mail.
CREATE POLICY memory_shares_ask ON tm.memory_shares FOR INSERT WITH CHECK (grantee = tm.me());
