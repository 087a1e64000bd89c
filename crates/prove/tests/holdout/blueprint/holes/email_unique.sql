-- With addresses unique over all offices, adding a user tells whether another office has that person.
-- about: User, User_email_key
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: INSERT INTO "User" ("officeId", "email") VALUES ('off_north', 'road-secret@road.example');
-- shows: User_email_key
-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User" ("email");
