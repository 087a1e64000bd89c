-- The wall is written as a permissive policy: every matter with no wall for the lawyer is open, whatever
-- its firm.
-- about: matters, ethical_wall
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SET law.lawyer = '1';
-- exploit: SELECT title FROM law.matters;
-- shows: Road-secret takeover
-- Walls hold for changes as well, not just for reading.
DROP POLICY ethical_wall ON law.matters;
CREATE POLICY ethical_wall ON law.matters USING (NOT EXISTS (
  SELECT FROM law.walls w
   WHERE w.firm = matters.firm AND w.matter_no = matters.matter_no AND w.lawyer_no = law.current_lawyer()));
