INSERT INTO "Office" VALUES ('off_north', 'North Architects', 'N1'), ('off_road', 'Road-secret Architects',
    'R2'),
  ('off_west', 'West Architects', 'W3');
INSERT INTO "BuildingCode" VALUES ('fire-1', 'Fire escapes');
INSERT INTO "User" ("officeId", "id", "email", "hourlyRate") VALUES ('off_north', 'u1', 'u@north.example',
    80),
  ('off_road', 'u2', 'road-secret@road.example', 120);
INSERT INTO "Client" VALUES ('off_north', 'c1', 'North Client'), ('off_road', 'c2', 'Road-secret Client');
INSERT INTO "Project" ("officeId", "id", "clientId", "title", "phase", "budget") VALUES
  ('off_north', 'p1', 'c1', 'North House', 'SKETCH', 1000), ('off_road', 'p2', 'c2', 'Road-secret Tower',
    'TENDER', 99000),
  ('off_road', 'p3', 'c2', 'Open Pavilion', 'SITE', 500);
INSERT INTO "ProjectShare" VALUES ('off_road', 'p2', 'off_west', '2099-01-01'), ('off_north', 'p1',
    'off_west', '2099-01-01');
INSERT INTO "Drawing" ("officeId", "id", "projectId", "sheet", "fileKey") VALUES
  ('off_north', 'd1', 'p1', 'A1', 'north/d1.dwg'), ('off_road', 'd2', 'p2', 'A1', 'Road-secret/d2.dwg'),
  ('off_road', 'd3', 'p3', 'A1', 'Road-secret/d3.dwg');
INSERT INTO "Review" ("officeId", "drawingId", "comment") VALUES ('off_road', 'd2', 'Road-secret review');
INSERT INTO "TimeEntry" ("officeId", "userId", "projectId", "hours", "note") VALUES ('off_road', 'u2',
    'p2', 7.5, 'Road-secret work');
INSERT INTO "Invoice" VALUES ('off_road', 'R-2026-1', 'p2', 4400, 'Road-secret invoice');
DO $$ BEGIN
  IF to_regclass('public."Attachment"') IS NOT NULL THEN
    INSERT INTO "Attachment" ("officeId", "reviewId", "fileKey")
      SELECT 'off_road', "id", 'Road-secret/att.pdf' FROM "Review" WHERE "officeId" = 'off_road';
  END IF;
END $$;
