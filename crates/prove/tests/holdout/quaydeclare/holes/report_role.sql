-- The application may become the report role, which passes by every policy.
-- about: hf_quaydeclare_report, importers, declarations
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: SET ROLE hf_quaydeclare_report;
-- exploit: SELECT name FROM customs.importers;
-- shows: Pier-secret importer
CREATE ROLE hf_quaydeclare_report NOLOGIN BYPASSRLS;
GRANT USAGE ON SCHEMA customs TO hf_quaydeclare_report;
GRANT SELECT ON customs.importers, customs.declarations TO hf_quaydeclare_report;
-- The monthly report runs from the application.
GRANT hf_quaydeclare_report TO hf_quaydeclare_app;
