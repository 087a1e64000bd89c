-- The reporting role reads everything, and the application became a member of it.
-- about: hf_habits_report, report, habits_checkin
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT note FROM habits_checkin;
-- shows: Road-secret check-in
-- Figures over all organizations; the application fetches them for the internal dashboard.
GRANT SELECT ON habits_checkin TO hf_habits_report;
CREATE POLICY report ON habits_checkin FOR SELECT TO hf_habits_report USING (true);
GRANT hf_habits_report TO hf_habits_app;
