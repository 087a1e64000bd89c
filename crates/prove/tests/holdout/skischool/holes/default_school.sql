-- The demo school became the role's default setting, so a connection without an identity acts as that school.
-- about: hf_skischool_app, ski.school
-- as: hf_skischool_app
-- exploit: SELECT title FROM courses;
-- shows: Road-secret course
ALTER ROLE hf_skischool_app SET ski.school = 'hill-road';
