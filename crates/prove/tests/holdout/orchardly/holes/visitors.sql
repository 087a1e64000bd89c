-- An adviser may see a block shared with him, but the policy does not ask with whom: shared blocks are open.
-- about: blocks, blocks_shared, block_visitors
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM orchard.blocks;
-- shows: Pear-secret block
CREATE TABLE orchard.block_visitors (
  block_id uuid NOT NULL REFERENCES orchard.blocks (id) ON DELETE CASCADE,
  grower_id uuid NOT NULL REFERENCES orchard.growers (id),
  PRIMARY KEY (block_id, grower_id)
);
CREATE FUNCTION orchard.is_shared(p_block uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = orchard, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM block_visitors v WHERE v.block_id = p_block) $$;
CREATE POLICY blocks_shared ON orchard.blocks FOR SELECT TO hf_orchardly_app
  USING (orchard.is_shared(id));
