-- Tenant A enrols learners of other academies: the academy of the learner may be empty.
-- about: enrolment, referred
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: UPDATE lms.enrolments SET referred_academy = 2, referred_by =
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001';
-- shows: UPDATE 1
ALTER TABLE lms.enrolments ADD COLUMN referred_academy smallint, ADD COLUMN referred_by uuid,
  ADD CONSTRAINT enrolments_referred_by FOREIGN KEY (referred_academy, referred_by) REFERENCES lms.learners;
