-- Offers for admins alone: the look-up of the role names the offer's own company.
DROP POLICY offers_all ON offers;
CREATE POLICY offers_admin ON offers USING (
  EXISTS (
    SELECT 1 FROM company_users cu
    WHERE cu.user_id = auth.uid() AND cu.company_id = offers.company_id AND cu.role = 'admin'
  )
);
