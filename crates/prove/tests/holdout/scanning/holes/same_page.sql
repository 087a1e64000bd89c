-- The check for double pages tells whether any office has scanned the same paper.
-- about: pages, sha256
-- as: hf_scanning_app
-- exploit: SET scan.office_code = 'a12';
-- exploit: INSERT INTO scan.pages (office_code, batch_id, page_no, sha256) VALUES ('a12',
-- exploit: 'a0000000-0000-4000-8000-000000000002', 2, 'h2');
-- shows: violates exclusion constraint
-- A page that was scanned twice is refused.
ALTER TABLE scan.pages ADD CONSTRAINT pages_same EXCLUDE USING hash (sha256 WITH =);
