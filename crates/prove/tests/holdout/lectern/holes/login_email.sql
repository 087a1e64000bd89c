-- E-mail addresses are unique over all schools, so a failed insert says that a person is known to another
-- school.
-- about: User, User_email_key, email
-- as: hf_lectern_app
-- exploit: SET app.current_school = 'sch_north';
-- exploit: INSERT INTO "User" VALUES ('sch_north', 'u9', 'bob@road.test', 'x', false);
-- shows: User_email_key
-- The common login page finds the account by the address alone.
CREATE UNIQUE INDEX "User_email_key" ON "User" (lower("email"));
