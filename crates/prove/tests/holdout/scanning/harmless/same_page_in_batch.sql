-- Double pages are refused within one batch of one office: nothing is told about others.
CREATE UNIQUE INDEX pages_same ON scan.pages (office_code, batch_id, sha256);
