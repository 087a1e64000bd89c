-- An organization finds out which alarms are open elsewhere, as one key may be open once in the table.
-- about: incidents, incidents_open_once, dedup
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO inc.incidents VALUES ('a0000000-0000-4000-8000-000000000000', 77, 'api', 1,
-- exploit: 'probe', 'api/breach', NULL);
-- shows: duplicate key value
-- The alarm carries no organization when it arrives, so that ON CONFLICT needs the key alone.
DROP INDEX inc.incidents_open_once;
CREATE UNIQUE INDEX incidents_open_once ON inc.incidents (dedup_key) WHERE closed_at IS NULL;
