-- A login reads the events of all workspaces from the new partition itself, which has a grant but no policy.
-- about: events_2026_q2, events
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT name FROM cdp.events_2026_q2;
-- shows: Road-secret bought
CREATE TABLE cdp.events_2026_q2 PARTITION OF cdp.events
  FOR VALUES FROM ('2026-04-01 00:00+00') TO ('2026-07-01 00:00+00');
GRANT SELECT, INSERT ON cdp.events_2026_q2 TO hf_personas_app;
