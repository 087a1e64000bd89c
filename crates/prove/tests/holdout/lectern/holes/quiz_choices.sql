-- The choices of a question hang under the quiz alone, without the school and without a policy.
-- about: QuizChoice, Quiz
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: SELECT "label" FROM "QuizChoice";
-- shows: Road-secret question
CREATE TABLE "QuizChoice" (
  "id" text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  "quizId" text NOT NULL,
  "label" text NOT NULL,
  "isCorrect" boolean NOT NULL DEFAULT false
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "QuizChoice" TO hf_lectern_app;
-- Choices used to be in the questions' payload; from now on they are split out when a quiz is saved.
CREATE FUNCTION split_choices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "QuizChoice" ("quizId", "label")
  SELECT NEW."id", q FROM jsonb_array_elements_text(NEW."questions") q;
  RETURN NEW;
END $$;
CREATE TRIGGER quiz_choices AFTER INSERT ON "Quiz" FOR EACH ROW EXECUTE FUNCTION split_choices();
