-- The policy should only hide what is cancelled, but permissive policies add up: all schools' other rows
-- appear.
-- about: substitutions, hide_cancelled
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '1';
-- exploit: SELECT reason FROM substitutions;
-- shows: Road-secret illness
CREATE POLICY hide_cancelled ON substitutions FOR SELECT USING (cancelled_at IS NULL);
