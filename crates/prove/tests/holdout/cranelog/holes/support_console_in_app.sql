-- Any session of the application reads every firm by taking on the role of support, because the console was
-- built into the application and the role was granted to it.
-- about: hf_cranelog_support, hf_cranelog_app, defects, lifts, photos, certificates, inspections, sites
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: SET ROLE hf_cranelog_support;
-- exploit: SELECT detail FROM lift.defects;
-- shows: Road-secret defect
-- The console switches over for the length of one request.
GRANT hf_cranelog_support TO hf_cranelog_app;
