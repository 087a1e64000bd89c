-- The storefront shows published plans of any shop, and as the policy is for all verbs they can be changed.
-- about: plans, storefront_plans
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: UPDATE plans SET price_cents = 1 WHERE published RETURNING name;
-- shows: Road-secret monthly
CREATE POLICY storefront_plans ON plans USING (published);
