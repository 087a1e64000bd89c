-- Row security of the history was switched off for a correction of the data and stayed off.
-- about: history
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT line FROM wf.history;
-- shows: Road-secret line
-- Lines of the history get the kind of their event.
ALTER TABLE wf.history ADD COLUMN kind text NOT NULL DEFAULT 'note';
ALTER TABLE wf.history DISABLE ROW LEVEL SECURITY;
UPDATE wf.history SET kind = 'start' WHERE line LIKE 'begun%';
ALTER TABLE wf.history FORCE ROW LEVEL SECURITY;
