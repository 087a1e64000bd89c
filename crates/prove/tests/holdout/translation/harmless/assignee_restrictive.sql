-- A restrictive policy narrows segments to the assignee within the agency; it cannot add rows.
CREATE POLICY assignee_rows ON tr.segments AS RESTRICTIVE
  USING (assignee = tr.person() OR tr.person() IS NULL);
