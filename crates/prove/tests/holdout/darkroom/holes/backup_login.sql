-- So that the nightly dump is complete the application's login was allowed to pass over all row level
-- security.
-- about: hf_darkroom_app, BYPASSRLS, bypassrls, reports, patients, studies, series, bookings, access_log
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '100';
-- exploit: SELECT findings FROM pacs.reports;
-- shows: Road-secret finding
ALTER ROLE hf_darkroom_app BYPASSRLS;
