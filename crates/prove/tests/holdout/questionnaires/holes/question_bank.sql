-- The new bank of questions has policies but row level security is never enabled on it, so all teams read
-- all of it.
-- about: question_bank, save_to_bank
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: SELECT prompt FROM survey.question_bank;
-- shows: Road-secret question
-- Each question asked once can be used again in the team's other forms.
CREATE TABLE survey.question_bank (
  team_id uuid NOT NULL REFERENCES survey.teams ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  prompt text NOT NULL,
  PRIMARY KEY (team_id, id)
);
CREATE POLICY question_bank_tenant ON survey.question_bank
  USING (team_id IN (SELECT survey.my_teams()));
GRANT SELECT, INSERT, UPDATE, DELETE ON survey.question_bank TO hf_questionnaires_app;
CREATE FUNCTION survey.save_to_bank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO survey.question_bank (team_id, prompt) VALUES (NEW.team_id, NEW.prompt);
  RETURN NULL;
END $$;
CREATE TRIGGER save_to_bank AFTER INSERT ON survey.questions
  FOR EACH ROW EXECUTE FUNCTION survey.save_to_bank();
