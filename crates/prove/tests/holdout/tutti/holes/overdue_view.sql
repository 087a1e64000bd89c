-- Any ensemble reads the overdue loans of all, because the view has its owner's rights.
-- about: library_overdue, library_loan, library_person
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: SELECT name, remark FROM library_overdue;
-- shows: Road-secret excuse
-- Django: an unmanaged model for the list of overdue loans.
CREATE VIEW "library_overdue" AS
  SELECT l."ensemble_id", l."id", p."name", l."due", l."remark"
  FROM "library_loan" l
  JOIN "library_person" p ON p."ensemble_id" = l."ensemble_id" AND p."id" = l."person_id"
  WHERE l."returned" IS NULL;
GRANT SELECT ON "library_overdue" TO hf_tutti_app;
