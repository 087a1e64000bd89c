-- The view now shows the chain and takes it from the caller without a check option: wishes go into another
-- chain.
-- about: api.wishes, wishes
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: INSERT INTO api.wishes (chain_id, guest_no, wish) VALUES
-- exploit: ('dddddddd-0000-4000-8000-000000000002', 1, 'forged');
-- shows: INSERT 0 1
-- The mapper of the application sends every column of the table.
CREATE OR REPLACE VIEW api.wishes WITH (security_barrier = true) AS
  SELECT guest_no, wish, chain_id FROM data.wishes WHERE chain_id = api.chain();
