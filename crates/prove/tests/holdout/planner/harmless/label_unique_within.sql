-- Names of labels are unique within the organisation.
CREATE UNIQUE INDEX "Label_organizationId_name_key" ON "Label" ("organizationId", "name");
