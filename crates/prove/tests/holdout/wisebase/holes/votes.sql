-- A vote in one space also counts for answers of the same number elsewhere: the trigger leaves the space out.
-- about: votes, count_vote, votes_count, answers
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: INSERT INTO kb.votes VALUES (10, 1, kb.uid(), 1);
-- exploit: SET request.jwt.claims = '{"sub": "b0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT 'their score ' || score FROM kb.answers;
-- shows: their score 41
CREATE TABLE kb.votes (
  space_id bigint NOT NULL,
  answer_id bigint NOT NULL,
  user_id uuid NOT NULL,
  value smallint NOT NULL CHECK (value IN (-1, 1)),
  PRIMARY KEY (space_id, answer_id, user_id),
  FOREIGN KEY (space_id, answer_id) REFERENCES kb.answers (space_id, id) ON DELETE CASCADE
);
ALTER TABLE kb.votes ENABLE ROW LEVEL SECURITY;
ALTER TABLE kb.votes FORCE ROW LEVEL SECURITY;
CREATE POLICY votes_member ON kb.votes
  USING (space_id IN (SELECT kb.my_spaces()))
  WITH CHECK (space_id IN (SELECT kb.my_spaces()) AND user_id = kb.uid());
GRANT SELECT, INSERT ON kb.votes TO hf_wisebase_app;
CREATE FUNCTION kb.count_vote() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kb, pg_temp
AS $$
BEGIN
  UPDATE answers SET score = score + NEW.value WHERE id = NEW.answer_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kb.count_vote() FROM PUBLIC;
CREATE TRIGGER votes_count AFTER INSERT ON kb.votes FOR EACH ROW EXECUTE FUNCTION kb.count_vote();
