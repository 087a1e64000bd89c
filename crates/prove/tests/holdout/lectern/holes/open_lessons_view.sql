-- The view lets its caller write with its owner's rights; a row of another school can be put into its
-- lessons.
-- about: DraftLesson, Lesson
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: INSERT INTO "DraftLesson" ("schoolId", "id", "courseId", "title") VALUES ('sch_road', 'evil',
-- exploit:   'c2', 'Spam');
-- exploit: \echo inserted :ROW_COUNT
-- shows: inserted 1
-- The importer writes drafts through a narrow view and needs to read nothing.
CREATE VIEW "DraftLesson" AS SELECT "schoolId", "id", "courseId", "title" FROM "Lesson";
GRANT INSERT ON "DraftLesson" TO hf_lectern_app;
