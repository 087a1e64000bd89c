-- One partition granted for a fast report, with the forced policy of its parent: each network reads its own
-- readings.
ALTER TABLE "Reading_2026_01" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Reading_2026_01" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Reading_2026_01"
  USING ("networkId" = current_network()) WITH CHECK ("networkId" = current_network());
GRANT SELECT ON "Reading_2026_01" TO hf_breathmap_app;
