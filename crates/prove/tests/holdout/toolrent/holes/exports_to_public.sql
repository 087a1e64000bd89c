-- The files of the nightly job were granted to PUBLIC for a quick look, and they have no row security.
-- about: export_files
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: SELECT content FROM export_files;
-- shows: Road-secret file
CREATE TABLE export_files (
  company_id bigint NOT NULL REFERENCES companies (id),
  file_name character varying NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (company_id, file_name)
);
GRANT SELECT, INSERT ON export_files TO hf_toolrent_nightly;
GRANT SELECT ON export_files TO PUBLIC;
