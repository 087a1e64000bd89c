-- The wall covers changes too and stays restrictive, so the firm's policy is still needed.
DROP POLICY ethical_wall ON law.matters;
CREATE POLICY ethical_wall ON law.matters AS RESTRICTIVE USING (NOT EXISTS (
  SELECT FROM law.walls w
   WHERE w.firm = matters.firm AND w.matter_no = matters.matter_no AND w.lawyer_no = law.current_lawyer()));
