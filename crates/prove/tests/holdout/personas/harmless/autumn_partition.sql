-- A new partition with its own policies and no grant: harmless, it is reached by way of the parent only.
CREATE TABLE cdp.events_2026_q4 PARTITION OF cdp.events
  FOR VALUES FROM ('2026-10-01 00:00+00') TO ('2027-01-01 00:00+00');
ALTER TABLE cdp.events_2026_q4 ENABLE ROW LEVEL SECURITY;
ALTER TABLE cdp.events_2026_q4 FORCE ROW LEVEL SECURITY;
CREATE POLICY events_2026_q4_own ON cdp.events_2026_q4 USING (workspace_id = cdp.ws())
  WITH CHECK (workspace_id = cdp.ws());
