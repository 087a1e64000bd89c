-- A login sees the titles of meetings that run at other organizations, as the status page had to count live
-- ones.
-- about: Meeting, live_meetings
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: SELECT "title" FROM "Meeting";
-- shows: Road-secret layoffs
CREATE POLICY live_meetings ON "Meeting" FOR SELECT USING ("status" = 'LIVE');
