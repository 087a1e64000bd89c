-- The index for searches by prefix is added and LIKE stays as it is, so policies still come first.
CREATE INDEX "Customer_name_idx" ON "Customer" ("wineryId", "name" text_pattern_ops);
