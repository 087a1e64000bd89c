-- The new month's part may be read directly, and it has no row level security of its own.
-- about: access_log_2031_02, access_log
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: SELECT who, door FROM desk.access_log_2031_02;
-- shows: Road-secret who
CREATE TABLE desk.access_log_2031_02 PARTITION OF desk.access_log
  FOR VALUES FROM ('2031-02-01') TO ('2031-03-01');
GRANT SELECT, INSERT ON desk.access_log_2031_02 TO hf_deskhive_app;
