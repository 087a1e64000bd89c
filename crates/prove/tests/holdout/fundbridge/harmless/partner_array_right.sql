-- The containment the right way round: the list of partners has to contain the caller's foundation.
CREATE INDEX joint_reports_partners ON joint_reports USING gin (partner_ids);
ALTER POLICY partners_read ON joint_reports
  USING (current_foundation() IS NOT NULL AND partner_ids @> ARRAY[current_foundation()]);
