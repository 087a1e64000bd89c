-- The policy spells out the condition of the function in_scope, nothing is lost: harmless.
DROP POLICY scope ON kit.fees;
CREATE POLICY scope ON kit.fees
  USING (association_id = kit.current_association()
    AND (kit.current_club() IS NULL OR club_no = kit.current_club()))
  WITH CHECK (association_id = kit.current_association()
    AND (kit.current_club() IS NULL OR club_no = kit.current_club()));
