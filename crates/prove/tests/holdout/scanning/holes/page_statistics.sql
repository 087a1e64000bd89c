-- The most common texts of all offices' pages stand in statistics that the application may read.
-- about: page_texts, pages
-- as: hf_scanning_reporting
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT content FROM scan.page_texts;
-- shows: Road-secret invoice
-- Texts that occur often are found, to train the reading of forms.
CREATE MATERIALIZED VIEW scan.page_texts AS
  SELECT content, count(*) AS occurs FROM scan.pages GROUP BY content;
GRANT SELECT ON scan.page_texts TO hf_scanning_app, hf_scanning_reporting;
