-- Whoever is an admin anywhere reads all offers, because the look-up of the role never asks for the offer's
-- company.
-- about: offers, offers_admin
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT note FROM offers;
-- shows: Road-secret terms
-- Offers are for admins alone from now on.
DROP POLICY offers_all ON offers;
CREATE POLICY offers_admin ON offers USING (
  EXISTS (SELECT 1 FROM company_users cu WHERE cu.user_id = auth.uid() AND cu.role = 'admin')
);
