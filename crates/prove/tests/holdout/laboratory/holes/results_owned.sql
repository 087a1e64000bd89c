-- Every laboratory owns the table of results, and the owner is not bound by its policy.
-- about: results, hf_laboratory_users
-- as: hf_laboratory_helix
-- exploit: SELECT value FROM lab.results;
-- shows: result-secret
ALTER TABLE lab.results OWNER TO hf_laboratory_users;
ALTER TABLE lab.results NO FORCE ROW LEVEL SECURITY;
