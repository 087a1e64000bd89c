-- The north clinic reads every schema: its role was made a reader of all data for an export.
-- about: ho_clinic, south, read_all
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT name FROM south.patients;
-- shows: Sam-secret
GRANT pg_read_all_data TO ho_clinic_north;
