-- Price pages need public plans without a login, so every merchant reads the plans of the others.
-- about: plans
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT code, title, amount FROM billing.plans;
-- shows: Gold-secret
CREATE POLICY public_plans ON billing.plans FOR SELECT TO hf_subscriptions_app USING (is_public);
