-- Labels become unique over all growers, so a refused label tells that another grower has such a bin.
-- about: bins_label_key, bins
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO orchard.bins (label) VALUES ('BIN-777');
-- shows: duplicate key value
-- The packing house scans labels of many growers.
CREATE UNIQUE INDEX bins_label_key ON orchard.bins (label);
