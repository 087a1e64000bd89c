-- The application owns the table and its rows are not forced under the policies: it sees all runs.
-- about: DepreciationRun
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT "amountCents", "remark" FROM "DepreciationRun";
-- shows: Road-secret remark
-- The application adds a partition each year, for which it must own the table.
ALTER TABLE "DepreciationRun" OWNER TO hf_assets_app;
ALTER TABLE "DepreciationRun" NO FORCE ROW LEVEL SECURITY;
