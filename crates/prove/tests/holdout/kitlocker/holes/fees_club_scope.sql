-- The rewritten policy lost the association: a session without a club sees the fees of all associations.
-- about: fees, scope
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: SELECT remark FROM kit.fees;
-- shows: Valley-secret fee
-- The function call in the policy was slow on the largest table.
DROP POLICY scope ON kit.fees;
CREATE POLICY scope ON kit.fees
  USING (kit.current_club() IS NULL OR club_no = kit.current_club())
  WITH CHECK (kit.in_scope(association_id, club_no));
