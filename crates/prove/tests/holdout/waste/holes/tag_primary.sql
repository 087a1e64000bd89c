-- Tags of containers become unique for the scanner, over all towns: a clash tells that a tag is in use
-- elsewhere.
-- about: Container_tag, Container
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: INSERT INTO "Container" VALUES ('aford', 'TAG-9', '0a000000-0000-0000-0000-000000000001', 'bio');
-- shows: duplicate key
ALTER TABLE "Container" ADD CONSTRAINT "Container_tag_key" UNIQUE ("tag");
