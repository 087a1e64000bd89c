-- Harmless: a restrictive policy forbids changes of closed cases; it takes rights away only.

CREATE POLICY cases_frozen ON aid.cases AS RESTRICTIVE FOR UPDATE
  USING (stage <> 'closed')
  WITH CHECK (aid.works_at(office_id));
