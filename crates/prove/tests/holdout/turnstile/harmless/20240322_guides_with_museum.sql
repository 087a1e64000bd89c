-- A join table for guides that has the museum in its key, in its foreign key and in its policy.
CREATE TABLE "GuideOnTour" (
  "museumSlug" TEXT NOT NULL,
  "guide" TEXT NOT NULL,
  "tourId" UUID NOT NULL,
  CONSTRAINT "GuideOnTour_pkey" PRIMARY KEY ("museumSlug", "tourId", "guide"),
  CONSTRAINT "GuideOnTour_tourId_fkey" FOREIGN KEY ("museumSlug", "tourId")
    REFERENCES "Tour" ("museumSlug", "id") ON DELETE CASCADE
);
ALTER TABLE "GuideOnTour" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "GuideOnTour" FORCE ROW LEVEL SECURITY;
CREATE POLICY "museum_isolation" ON "GuideOnTour" TO hf_turnstile_app
  USING ("museumSlug" = "currentMuseum"());
GRANT SELECT, INSERT, DELETE ON "GuideOnTour" TO hf_turnstile_app;
