-- The join table made by the ORM has no museum and no row level security, so all guides can be read.
-- about: _GuideToTour
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "A" FROM "_GuideToTour";
-- shows: Desk-secret guide
-- CreateTable
CREATE TABLE "_GuideToTour" (
  "A" TEXT NOT NULL,
  "B" UUID NOT NULL
);
-- CreateIndex
CREATE UNIQUE INDEX "_GuideToTour_AB_unique" ON "_GuideToTour" ("A", "B");
CREATE INDEX "_GuideToTour_B_index" ON "_GuideToTour" ("B");
GRANT SELECT, INSERT, DELETE ON "_GuideToTour" TO hf_turnstile_app;
