-- The report of funds is a view with the rights of its owner, open to the application: all offices show.
-- about: fund_report, grants_log, offices
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT office, fund, cents FROM aid.fund_report;
-- shows: Road-secret fund

CREATE VIEW aid.fund_report AS
SELECT o.name AS office, g.fund, g.cents
FROM aid.grants_log g
JOIN aid.offices o ON o.id = g.office_id;
GRANT SELECT ON aid.fund_report TO hf_pleadbridge_app;
