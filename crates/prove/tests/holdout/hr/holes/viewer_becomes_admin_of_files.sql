-- A viewer reads the files of the server, and with them every table.
-- about: ho_hr_viewer
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: CREATE TEMP TABLE seen (line text);
-- exploit: COPY seen FROM 'PG_VERSION';
-- exploit: SELECT line FROM seen;
-- shows: (^|\n)15
GRANT pg_read_server_files TO ho_hr_viewer;
