-- Inspections follow their install by its number only, and every company counts from one.
-- about: inspections, through install
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT result FROM inspections;
-- shows: Road-secret result
-- Whoever sees the install sees its inspections.
DROP POLICY "members only" ON inspections;
CREATE POLICY "through install" ON inspections USING (
  EXISTS (SELECT 1 FROM installs i WHERE i.install_no = inspections.install_no));
