-- Tenant A reads which tasks carry which labels everywhere: the join table was made anew by the mapper.
-- about: _LabelToTask
-- as: ho_planner_app
-- exploit: SET "app.organizationId" = 'oa';
-- exploit: INSERT INTO "_LabelToTask" VALUES ('lb', 'x', 'ob');
-- exploit: SELECT "organizationId" FROM "_LabelToTask";
-- shows: ob
DROP TABLE "_LabelToTask";
CREATE TABLE "_LabelToTask" (
  "A" text NOT NULL, "B" text NOT NULL, "organizationId" text NOT NULL, PRIMARY KEY ("organizationId", "A",
    "B"),
  FOREIGN KEY ("organizationId", "A") REFERENCES "Label" ("organizationId", "id") ON DELETE CASCADE);
GRANT SELECT, INSERT, DELETE ON "_LabelToTask" TO ho_planner_app;
