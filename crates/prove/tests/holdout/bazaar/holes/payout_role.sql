-- An owner of any shop reads the payouts of all, because the role is looked up without the shop of the
-- payout.
-- about: Payout, Payout_read
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT "reference" FROM "Payout";
-- shows: Road-secret payout
-- Owners only; accountants use the monthly export.
ALTER POLICY "Payout_read" ON "Payout" USING (
  (SELECT m."role" FROM "ShopMember" m WHERE m."userId" = current_user_id() LIMIT 1) = 'OWNER'
);
