-- The view of the trash is owned by a superuser and shows what all organizations have deleted.
-- about: habits_trash
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT name FROM habits_trash;
-- shows: Road-secret therapy
-- What was deleted leaves the list but can be brought back.
CREATE VIEW habits_trash WITH (security_barrier = true) AS
SELECT organization_id, id, person_id, name FROM habits_habit WHERE is_deleted;
GRANT SELECT, DELETE ON habits_trash TO hf_habits_app;
