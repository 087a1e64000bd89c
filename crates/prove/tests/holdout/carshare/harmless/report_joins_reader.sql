-- The report login joins a role that may only read damages, and that role is held by row security like
-- any other.
CREATE ROLE hf_carshare_reader NOLOGIN;
GRANT USAGE ON SCHEMA share TO hf_carshare_reader;
GRANT SELECT ON share.damages TO hf_carshare_reader;
GRANT hf_carshare_reader TO hf_carshare_report;
