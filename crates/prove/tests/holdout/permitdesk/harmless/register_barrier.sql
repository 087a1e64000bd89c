-- Harmless: the register filters by the city itself, is a barrier, and asks the policies of its reader.

CREATE VIEW permits.register WITH (security_invoker = true, security_barrier = true) AS
SELECT a.city_id, a.reference, a.stage, a.summary, p.street
FROM permits.applications a
LEFT JOIN permits.parcels p ON p.city_id = a.city_id AND p.cadastre = a.cadastre
WHERE a.city_id = permits.city() AND a.stage IN ('granted', 'refused');
GRANT SELECT ON permits.register TO hf_permitdesk_app;
