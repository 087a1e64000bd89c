-- TRUNCATE is not subject to row level security: one museum empties the counts of all.
-- about: visits
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: TRUNCATE coll.visits;
-- shows: TRUNCATE TABLE
-- The yearly import starts from an empty table.
GRANT TRUNCATE ON coll.visits TO hf_museums_app;
