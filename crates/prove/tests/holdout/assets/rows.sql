INSERT INTO "AssetCategory" VALUES ('cat_pc', 'Computers');
INSERT INTO "Organization" ("id", "name") VALUES ('org_a', 'Aster'), ('org_b', 'Bluebell');
INSERT INTO "User" VALUES ('org_a', 'usr_a', 'ann@aster.example', 'Ann'),
  ('org_b', 'usr_b', 'Road-secret@bluebell.example', 'Bob');
INSERT INTO "Location" VALUES ('org_a', 'loc_a', 'Hall', ''), ('org_b', 'loc_b', 'Road-secret hall', '');
INSERT INTO "Asset" ("organizationId", "id", "title", "serialNumber", "locationId") VALUES
  ('org_a', 'ast_a', 'Desk', 'SN-1', 'loc_a'), ('org_b', 'ast_b', 'Road-secret drill', 'SN-777', 'loc_b');
INSERT INTO "Tag" VALUES ('org_a', 'tag_a', 'old'), ('org_b', 'tag_b', 'Road-secret tag');
INSERT INTO "Assignment" VALUES ('org_a', 'asg_a', 'ast_a', 'usr_a', ''),
  ('org_b', 'asg_b', 'ast_b', 'usr_b', 'Road-secret note');
INSERT INTO "Attachment" VALUES ('org_a', 'att_a', 'asset', 'ast_a', 'desk.pdf'),
  ('org_b', 'att_b', 'assignment', 'asg_b', 'Road-secret.pdf');
INSERT INTO "ApiKey" VALUES ('org_a', 'key_a', 'aaaa1111', 'ci'), ('org_b', 'key_b', 'bbbb2222',
  'Road-secret ci');
INSERT INTO "DepreciationRun" VALUES ('org_a', 2025, 100, ''), ('org_b', 2025, 4200, 'Road-secret remark');
