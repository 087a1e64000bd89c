-- The sign-in library asked for a unique e-mail, over all schools: the error tells that a person teaches
-- elsewhere.
-- about: teachers, index_teachers_on_email, email
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '1';
-- exploit: INSERT INTO teachers VALUES (1, 99, 'PRB', 'hidden@road.test', 'Probe');
-- shows: index_teachers_on_email
CREATE UNIQUE INDEX index_teachers_on_email ON teachers (email);
