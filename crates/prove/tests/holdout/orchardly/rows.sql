INSERT INTO orchard.varieties (code, fruit) VALUES ('elstar', 'apple'), ('conference', 'pear');
INSERT INTO orchard.products (code, waiting_days) VALUES ('sulphur', 14);
INSERT INTO orchard.growers (id, name) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'Low Farm'),
  ('b1000000-0000-4000-8000-000000000001', 'Pear-secret farm');
INSERT INTO orchard.blocks (id, grower_id, name, hectares) VALUES
  ('a1000000-0000-4000-8000-000000000002', 'a1000000-0000-4000-8000-000000000001', 'Low', 2),
  ('b1000000-0000-4000-8000-000000000002', 'b1000000-0000-4000-8000-000000000001', 'Pear-secret block', 3);
INSERT INTO orchard.tree_rows (id, block_id, row_no, variety, trees, remark) VALUES
  ('a1000000-0000-4000-8000-000000000003', 'a1000000-0000-4000-8000-000000000002', 1, 'elstar', 80, 'own'),
  ('b1000000-0000-4000-8000-000000000003', 'b1000000-0000-4000-8000-000000000002', 1, 'conference', 93,
   'Pear-secret fire blight');
INSERT INTO orchard.sprays (block_id, product, sprayed_on, litres, reason) VALUES
  ('a1000000-0000-4000-8000-000000000002', 'sulphur', '2024-04-01', 40, 'own'),
  ('b1000000-0000-4000-8000-000000000002', 'sulphur', '2024-04-02', 666.5, 'Pear-secret mildew');
INSERT INTO orchard.picks (row_id, picked_on, kilos, crew) VALUES
  ('a1000000-0000-4000-8000-000000000003', '2024-09-01', 500, 'own'),
  ('b1000000-0000-4000-8000-000000000003', '2024-09-02', 8131, 'Pear-secret crew');
INSERT INTO orchard.bins (grower_id, label, contents) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'BIN-001', 'own'),
  ('b1000000-0000-4000-8000-000000000001', 'BIN-777', 'Pear-secret pears');
INSERT INTO orchard.bin_moves (grower_id, label, place) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'BIN-001', 'shed'),
  ('b1000000-0000-4000-8000-000000000001', 'BIN-777', 'Pear-secret cold store');
DO $$
BEGIN
  -- Only some changes add this table.
  IF to_regclass('orchard.soil_samples') IS NOT NULL THEN
    INSERT INTO orchard.soil_samples (block_id, taken_on, ph, advice)
    VALUES ('b1000000-0000-4000-8000-000000000002', '2024-02-01', 5.1, 'Pear-secret lime');
  END IF;
  IF to_regclass('orchard.block_visitors') IS NOT NULL THEN
    INSERT INTO orchard.block_visitors (block_id, grower_id)
    VALUES ('b1000000-0000-4000-8000-000000000002', 'b1000000-0000-4000-8000-000000000001');
  END IF;
END
$$;
