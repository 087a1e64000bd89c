-- Finished work is shown to everyone with its budget, since the policy opens whole rows of all offices.
-- about: Project, portfolio
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: SELECT "title", "budget" FROM "Project";
-- shows: Open Pavilion
-- The public portfolio shows what is being built.
CREATE POLICY portfolio ON "Project" FOR SELECT USING ("phase" = 'SITE' AND "deletedAt" IS NULL);
