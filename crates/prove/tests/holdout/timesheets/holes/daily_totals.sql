-- The daily totals are a materialized view of all workspaces that the application may read.
-- about: daily_totals, time_entry, project
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: SELECT project FROM daily_totals;
-- shows: Road-secret shop
-- The dashboard was slow on a year of entries; refreshed each night.
CREATE MATERIALIZED VIEW daily_totals AS
  SELECT e."workspaceId", e.day, p.name AS project, sum(e.minutes) AS minutes
  FROM time_entry e JOIN project p ON p."workspaceId" = e."workspaceId" AND p.id = e."projectId"
  GROUP BY e."workspaceId", e.day, p.name;
CREATE INDEX ON daily_totals ("workspaceId", day);
GRANT SELECT ON daily_totals TO hf_timesheets_app;
