-- Security reads every pass by a policy of its own, and the application is made a member for one report.
-- about: staff_passes, hf_airports_security
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: SELECT holder, zones FROM ops.staff_passes;
-- shows: holder-secret
GRANT SELECT ON ops.staff_passes TO hf_airports_security;
CREATE POLICY staff_passes_security ON ops.staff_passes FOR SELECT TO hf_airports_security USING (true);
GRANT hf_airports_security TO hf_airports_app;
