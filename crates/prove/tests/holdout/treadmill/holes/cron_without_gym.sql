-- Without a gym in the session the policy lets everything through, meant for the cron job only.
-- about: payments, by_gym
-- as: hf_treadmill_app
-- exploit: SELECT reference FROM payments;
-- shows: Road-secret pay
-- The dunning job runs over all gyms and has no gym set.
DROP POLICY by_gym ON payments;
CREATE POLICY by_gym ON payments
  USING (current_gym_id() IS NULL OR gym_id = current_gym_id())
  WITH CHECK (current_gym_id() IS NULL OR gym_id = current_gym_id());
