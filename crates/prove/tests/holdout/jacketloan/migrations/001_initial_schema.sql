-- Ebook lending. Names in CamelCase as the object mapper writes them; one "Library" is one customer.
CREATE ROLE hf_jacketloan_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hf_jacketloan_app;

CREATE FUNCTION "currentLibraryId"() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.branch_id', true), '') $$;
GRANT EXECUTE ON FUNCTION "currentLibraryId"() TO hf_jacketloan_app;

CREATE TYPE "LoanStatus" AS ENUM ('ACTIVE', 'RETURNED', 'EXPIRED');

CREATE TABLE "Library" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "billingEmail" text
);

-- Publishers are the same for everybody, read only.
CREATE TABLE "Publisher" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL
);

CREATE TABLE "Reader" (
  "libraryId" text NOT NULL REFERENCES "Library" ("id"),
  "id" text NOT NULL,
  "email" text NOT NULL,
  "fullName" text NOT NULL,
  "cardNumber" text NOT NULL,
  PRIMARY KEY ("libraryId", "id"),
  CONSTRAINT "Reader_libraryId_email_key" UNIQUE ("libraryId", "email"),
  CONSTRAINT "Reader_libraryId_cardNumber_key" UNIQUE ("libraryId", "cardNumber")
);

CREATE TABLE "License" (
  "libraryId" text NOT NULL REFERENCES "Library" ("id"),
  "isbn" text NOT NULL,
  "title" text NOT NULL,
  "publisherId" text REFERENCES "Publisher" ("id"),
  "copiesLeft" integer NOT NULL CHECK ("copiesLeft" >= 0),
  PRIMARY KEY ("libraryId", "isbn")
);

CREATE TABLE "Loan" (
  "libraryId" text NOT NULL,
  "id" text NOT NULL,
  "isbn" text NOT NULL,
  "readerId" text NOT NULL,
  "status" "LoanStatus" NOT NULL DEFAULT 'ACTIVE',
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("libraryId", "id"),
  FOREIGN KEY ("libraryId", "isbn") REFERENCES "License",
  FOREIGN KEY ("libraryId", "readerId") REFERENCES "Reader" ON DELETE CASCADE
);

CREATE TABLE "Hold" (
  "libraryId" text NOT NULL,
  "isbn" text NOT NULL,
  "readerId" text NOT NULL,
  "position" integer NOT NULL DEFAULT 1,
  PRIMARY KEY ("libraryId", "isbn", "readerId"),
  FOREIGN KEY ("libraryId", "isbn") REFERENCES "License",
  FOREIGN KEY ("libraryId", "readerId") REFERENCES "Reader" ON DELETE CASCADE
);

CREATE TABLE "ReadingProgress" (
  "libraryId" text NOT NULL,
  "loanId" text NOT NULL,
  "percent" integer NOT NULL DEFAULT 0,
  "bookmark" text,
  PRIMARY KEY ("libraryId", "loanId"),
  FOREIGN KEY ("libraryId", "loanId") REFERENCES "Loan" ON DELETE CASCADE
);

CREATE TABLE "ShelfList" (
  "libraryId" text NOT NULL REFERENCES "Library" ("id"),
  "id" text NOT NULL,
  "title" text NOT NULL,
  "shareToken" text,
  PRIMARY KEY ("libraryId", "id")
);

CREATE TABLE "ShelfListItem" (
  "libraryId" text NOT NULL,
  "shelfListId" text NOT NULL,
  "isbn" text NOT NULL,
  "remark" text,
  PRIMARY KEY ("libraryId", "shelfListId", "isbn"),
  FOREIGN KEY ("libraryId", "shelfListId") REFERENCES "ShelfList" ON DELETE CASCADE,
  FOREIGN KEY ("libraryId", "isbn") REFERENCES "License"
);

ALTER TABLE "Library" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Library" FORCE ROW LEVEL SECURITY;
CREATE POLICY "library_isolation" ON "Library" USING ("id" = "currentLibraryId"())
  WITH CHECK ("id" = "currentLibraryId"());

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Reader', 'License', 'Loan', 'Hold', 'ReadingProgress', 'ShelfList',
    'ShelfListItem'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "library_isolation" ON %I USING ("libraryId" = "currentLibraryId"())
      WITH CHECK ("libraryId" = "currentLibraryId"())', t);
  END LOOP;
END $$;

CREATE VIEW "ActiveLoanView" WITH (security_invoker = true) AS
  SELECT l."id", r."fullName", l."isbn"
  FROM "Loan" l JOIN "Reader" r ON r."libraryId" = l."libraryId" AND r."id" = l."readerId"
  WHERE l."status" = 'ACTIVE';

GRANT SELECT ON "Library", "Publisher", "ActiveLoanView" TO hf_jacketloan_app;
GRANT UPDATE ("name", "billingEmail") ON "Library" TO hf_jacketloan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Reader", "License", "Loan", "Hold", "ReadingProgress", "ShelfList",
  "ShelfListItem" TO hf_jacketloan_app;
