-- The harvest feed of all wineries is a foreign table over a server program: row security cannot be
-- put on it.
-- about: HarvestFeed, feed_files
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT "remark" FROM "HarvestFeed";
-- shows: Road-secret harvest
CREATE EXTENSION file_fdw;
CREATE SERVER feed_files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE "HarvestFeed" (
  "wineryId" text,
  "remark" text
) SERVER feed_files OPTIONS (
  program 'printf "w_hill,Hill harvest\nw_road,Road-secret harvest\n"', format 'csv'
);
GRANT SELECT ON "HarvestFeed" TO hf_winery_app;
