-- The history page shows shares that were taken back, and the policy of the segments counts every share
-- that is seen.
-- about: memory_shares, memory_shares_history, segments, segments_lent
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SELECT source, target FROM tm.segments;
-- shows: Road-secret Fusion
-- What was lent to us, and until when.
CREATE POLICY memory_shares_history ON tm.memory_shares FOR SELECT USING (grantee = tm.me());
