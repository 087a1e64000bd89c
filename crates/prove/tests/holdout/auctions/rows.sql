INSERT INTO auc.currencies VALUES ('EUR', 2);
INSERT INTO auc.houses VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill', 'EUR'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret house', 'EUR');
INSERT INTO auc.bidders VALUES
  ('11111111-1111-1111-1111-111111111111', '1a000000-0000-4000-8000-000000000001', 'a@hill.test',
   'Hill bidder', 5),
  ('22222222-2222-2222-2222-222222222222', '2a000000-0000-4000-8000-000000000001', 'b@road.test',
   'Road-secret bidder', 700);
INSERT INTO auc.consignors VALUES
  ('11111111-1111-1111-1111-111111111111', 'C1', 'Hill consignor', 'H-1'),
  ('22222222-2222-2222-2222-222222222222', 'C1', 'Road-secret consignor', 'R-1');
INSERT INTO auc.sales VALUES
  ('11111111-1111-1111-1111-111111111111', 1, 'Hill sale', 'published'),
  ('22222222-2222-2222-2222-222222222222', 1, 'Road-secret sale', 'published'),
  ('22222222-2222-2222-2222-222222222222', 2, 'Road-secret draft', 'draft');
INSERT INTO auc.lots VALUES
  ('11111111-1111-1111-1111-111111111111', 1, 1, 'Hill vase', 10, 0, NULL),
  ('22222222-2222-2222-2222-222222222222', 1, 1, 'Road-secret clock', 900, 0, 'C1');
INSERT INTO auc.bids (house_id, sale_no, lot_no, bidder_id, amount) VALUES
  ('22222222-2222-2222-2222-222222222222', 1, 1, '2a000000-0000-4000-8000-000000000001', 777);
INSERT INTO auc.invoices VALUES
  ('11111111-1111-1111-1111-111111111111', 1, '1a000000-0000-4000-8000-000000000001', 12, 'Hill paid'),
  ('22222222-2222-2222-2222-222222222222', 1, '2a000000-0000-4000-8000-000000000001', 950,
   'Road-secret remark');
INSERT INTO auc.absentee_bids (house_id, bidder_id, maximum, wish) VALUES
  ('22222222-2222-2222-2222-222222222222', '2a000000-0000-4000-8000-000000000001', 1200, 'Road-secret wish');
-- Rows for tables that only some changes add.
DO $$
BEGIN
  IF to_regclass('auc.lot_photos') IS NOT NULL THEN
    INSERT INTO auc.lot_photos (house_id, sale_no, lot_no, url)
    VALUES ('22222222-2222-2222-2222-222222222222', 1, 1, 'Road-secret photo');
  END IF;
END
$$;
