-- A chip is unique within the salon only, so the index tells nothing of others.
CREATE UNIQUE INDEX pets_chip_once ON pets (salon_id, chip) WHERE chip IS NOT NULL;
