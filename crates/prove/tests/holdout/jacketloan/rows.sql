INSERT INTO "Library" ("id", "name", "billingEmail") VALUES
  ('lib_a', 'Harbour Library', 'pay@a.test'),
  ('lib_b', 'Fjord-secret Library', 'Fjord-secret-pay@b.test');
INSERT INTO "Publisher" VALUES ('pub_1', 'Common House');
INSERT INTO "Reader" ("libraryId", "id", "email", "fullName", "cardNumber") VALUES
  ('lib_a', 'rd_a1', 'ada@a.test', 'Ada', '1001'),
  ('lib_b', 'rd_b1', 'bob@b.test', 'Fjord-secret reader', '2002');
INSERT INTO "License" ("libraryId", "isbn", "title", "publisherId", "copiesLeft") VALUES
  ('lib_a', '978-1', 'Sailing', 'pub_1', 3),
  ('lib_b', '978-1', 'Sailing (Fjord-secret edition)', 'pub_1', 0);
INSERT INTO "Loan" ("libraryId", "id", "isbn", "readerId") VALUES ('lib_b', 'ln_b1', '978-1', 'rd_b1');
INSERT INTO "Hold" ("libraryId", "isbn", "readerId") VALUES ('lib_b', '978-1', 'rd_b1');
INSERT INTO "ReadingProgress" ("libraryId", "loanId", "percent", "bookmark") VALUES
  ('lib_b', 'ln_b1', 40, 'Fjord-secret bookmark');
INSERT INTO "ShelfList" ("libraryId", "id", "title", "shareToken") VALUES
  ('lib_a', 'sl_a1', 'Summer', NULL),
  ('lib_b', 'sl_b1', 'Fjord-secret list', 'kq81-zz07-pp3m');
INSERT INTO "ShelfListItem" ("libraryId", "shelfListId", "isbn", "remark") VALUES
  ('lib_b', 'sl_b1', '978-1', 'Fjord-secret remark');
