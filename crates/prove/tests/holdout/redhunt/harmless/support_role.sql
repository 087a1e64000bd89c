-- Support reads reports by a role of its own, which the application is no member of: harmless.
GRANT SELECT ON reports TO hf_redhunt_support;
CREATE POLICY reports_support ON reports FOR SELECT TO hf_redhunt_support USING (true);
