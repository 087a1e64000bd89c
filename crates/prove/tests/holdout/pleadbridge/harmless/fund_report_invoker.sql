-- Harmless: the report of funds is read with the rights of its reader.

CREATE VIEW aid.fund_report WITH (security_invoker = true) AS
SELECT o.name AS office, g.fund, g.cents
FROM aid.grants_log g
JOIN aid.offices o ON o.id = g.office_id;
GRANT SELECT ON aid.fund_report TO hf_pleadbridge_app;
