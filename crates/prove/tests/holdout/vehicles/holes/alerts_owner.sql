-- The application becomes the owner of the rules table and switches its row level security off whenever it
-- likes.
-- about: alert_rules
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: ALTER TABLE fleet.alert_rules NO FORCE ROW LEVEL SECURITY;
-- exploit: SELECT name FROM fleet.alert_rules;
-- shows: Road-secret rule
-- The application builds indexes on custom metrics at run time and has to own the table for that.
GRANT CREATE ON SCHEMA fleet TO hf_vehicles_app;
ALTER TABLE fleet.alert_rules OWNER TO hf_vehicles_app;
