-- The register runs with its owner's rights and forgets the city and the stage, so drafts of all cities
-- show.
-- about: register, applications, parcels
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: SELECT street, summary FROM permits.register;
-- shows: Road-secret tower

CREATE VIEW permits.register AS
SELECT a.city_id, a.reference, a.stage, a.summary, p.street
FROM permits.applications a
LEFT JOIN permits.parcels p ON p.city_id = a.city_id AND p.cadastre = a.cadastre;
GRANT SELECT ON permits.register TO hf_permitdesk_app;
