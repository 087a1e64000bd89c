-- Harmless: a restrictive policy narrows the entries further, it cannot show any more of them.

CREATE POLICY mentor_reads ON training_logbookentry AS RESTRICTIVE FOR SELECT
  USING (EXISTS (
    SELECT 1 FROM training_mentor m
    WHERE m.organisation_id = training_logbookentry.organisation_id AND m.id = mentor_id
  ));
