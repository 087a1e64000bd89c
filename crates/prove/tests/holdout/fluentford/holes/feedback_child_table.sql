-- Any school reads what teachers wrote about the pupils of all, because the new child table has no school
-- of its own and was left without policies.
-- about: feedback, ask_feedback, marks
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT body FROM ling.feedback;
-- shows: Road-secret remark
CREATE TABLE ling.feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  mark_id uuid NOT NULL REFERENCES ling.marks ON DELETE CASCADE,
  body text NOT NULL
);
-- Each remark opens a thread.
CREATE FUNCTION ling.ask_feedback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ling.feedback (mark_id, body) VALUES (NEW.id, NEW.remark);
  RETURN NULL;
END $$;
CREATE TRIGGER ask_feedback AFTER INSERT ON ling.marks FOR EACH ROW EXECUTE FUNCTION ling.ask_feedback();
GRANT SELECT, INSERT (mark_id, body) ON ling.feedback TO hf_fluentford_app;
