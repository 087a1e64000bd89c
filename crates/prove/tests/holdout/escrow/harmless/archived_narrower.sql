-- Cancelled deals leave the list once they are archived: a condition more, joined by AND, so it only narrows.
DROP POLICY own_agency ON escrow.deals;
CREATE POLICY own_agency ON escrow.deals AS RESTRICTIVE
  USING (agency = NULLIF(current_setting('app.agency', true), '')
    AND (state <> 'cancelled' OR archived_at IS NULL))
  WITH CHECK (agency = NULLIF(current_setting('app.agency', true), ''));
