-- Addresses without regard to case are unique within a library only: harmless.
CREATE UNIQUE INDEX "Reader_libraryId_email_lower_key" ON "Reader" ("libraryId", lower("email"));
