-- Photos that follow their inspection by the firm and the number, with the firm of the session asked for as
-- well.
DROP POLICY firm ON lift.photos;
CREATE POLICY firm ON lift.photos
  USING (firm_id = lift.firm() AND EXISTS (
    SELECT 1 FROM lift.inspections i
    WHERE i.firm_id = photos.firm_id AND i.inspection_no = photos.inspection_no))
  WITH CHECK (firm_id = lift.firm());
