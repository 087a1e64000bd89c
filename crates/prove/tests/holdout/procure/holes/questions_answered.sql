-- Answered questions are open to all authorities, with the name of the bidder who asked.
-- about: questions, answered
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT asked_by, answer FROM proc.questions;
-- shows: Road-secret answer
-- Answers are published, so that all bidders know the same.
CREATE POLICY answered ON proc.questions FOR SELECT USING (answer IS NOT NULL);
