-- The chair of one club reads the fees of all: the policy asks whether he is a chair, not where.
-- about: fees
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: SELECT remark FROM club.fees;
-- shows: fee-secret
CREATE POLICY chair ON club.fees FOR SELECT USING (EXISTS (
  SELECT FROM club.memberships m
  WHERE m.user_id = nullif(current_setting('app.user_id', true), '')::integer AND m.chair));
