-- A session that sets nothing works in one court, because the login itself now brings the setting along.
-- about: hf_docketbell_app, docket.court, courts, cases, hearings, notices, feeds, clerk_notes, judges, rooms
-- as: hf_docketbell_app
-- exploit: SELECT full_name FROM cal.judges;
-- shows: Road-secret judge
-- The nightly job of the pilot court could not set it.
ALTER ROLE hf_docketbell_app SET docket.court = 'RD-09';
