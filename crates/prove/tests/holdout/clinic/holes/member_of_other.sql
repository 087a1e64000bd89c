-- The north clinic becomes the south clinic by a membership between the roles.
-- about: ho_clinic, south
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT name FROM south.patients;
-- shows: Sam-secret
GRANT ho_clinic_south TO ho_clinic_north;
