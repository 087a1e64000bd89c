-- Ids count within an organisation, and the policy joins mentors by id alone, so equal ids show foreign
-- entries.
-- about: training_logbookentry, mentor_reads, training_mentor
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: SELECT body FROM training_logbookentry;
-- shows: Road-secret entry

-- A mentor who can be seen may read the entries given to him.
CREATE POLICY mentor_reads ON training_logbookentry FOR SELECT
  USING (EXISTS (SELECT 1 FROM training_mentor m WHERE m.id = mentor_id));
