-- Tags of trays are unique over all hospitals, so a refused tag tells that another hospital uses it.
-- about: TrayTag, TrayTag_tag_key
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: INSERT INTO "TrayTag" VALUES ('ckhospa0001', 'T-900', 'W1');
-- shows: duplicate key value

-- The model says @unique on the tag.
CREATE UNIQUE INDEX "TrayTag_tag_key" ON "TrayTag" ("tag");
