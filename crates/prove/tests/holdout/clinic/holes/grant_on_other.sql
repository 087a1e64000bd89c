-- The north clinic reads the patients of the south: a grant names the wrong schema.
-- about: south
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT name FROM south.patients;
-- shows: Sam-secret
GRANT USAGE ON SCHEMA south TO ho_clinic_north;
GRANT SELECT ON south.patients TO ho_clinic_north;
