-- Ticket codes become unique everywhere, so a refused code tells that another organiser has sold it.
-- about: Ticket_code_key, "Ticket"
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: INSERT INTO "Ticket" ("organizerId", "eventId", "code") VALUES ('orghill', 'e1', 'R-CODE');
-- shows: duplicate key value violates
-- The scanner at the door knows only the code.
CREATE UNIQUE INDEX "Ticket_code_key" ON "Ticket" ("code");
