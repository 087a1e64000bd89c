-- The learner number is unique over all organisations, so a refused insert tells who is trained elsewhere.
-- about: training_apprentice, learner_number_key, learner
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: INSERT INTO training_apprentice VALUES
-- exploit:   (7, 55, 'Probe', 'LN-900', 'ELEC', 'active');
-- shows: duplicate key value

-- The ministry gives each learner one number, so a second record is a mistake.
ALTER TABLE training_apprentice DROP CONSTRAINT training_apprentice_learner_uniq;
ALTER TABLE training_apprentice ADD CONSTRAINT training_apprentice_learner_number_key UNIQUE (learner_number);
