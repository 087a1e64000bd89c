-- A restrictive policy narrows what the school's own policy lets through, so it opens no row of another
-- school.
CREATE POLICY hide_cancelled ON substitutions AS RESTRICTIVE FOR SELECT USING (cancelled_at IS NULL);
