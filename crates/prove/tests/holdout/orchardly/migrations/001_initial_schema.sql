CREATE ROLE hf_orchardly_app LOGIN;

CREATE SCHEMA orchard;
GRANT USAGE ON SCHEMA orchard TO hf_orchardly_app;

CREATE FUNCTION orchard.my_grower() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('orchard.grower_id', true), '')::uuid $$;

-- Reference lists, kept by the operator.
CREATE TABLE orchard.varieties (
  code text PRIMARY KEY,
  fruit text NOT NULL
);
CREATE TABLE orchard.products (
  code text PRIMARY KEY,
  waiting_days integer NOT NULL
);

CREATE TABLE orchard.growers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE orchard.blocks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  grower_id uuid NOT NULL DEFAULT orchard.my_grower() REFERENCES orchard.growers (id),
  name text NOT NULL,
  hectares numeric(6, 2),
  UNIQUE (grower_id, name)
);

CREATE TABLE orchard.tree_rows (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  block_id uuid NOT NULL REFERENCES orchard.blocks (id) ON DELETE CASCADE,
  row_no integer NOT NULL,
  variety text NOT NULL REFERENCES orchard.varieties (code),
  trees integer NOT NULL,
  remark text,
  UNIQUE (block_id, row_no)
);

CREATE TABLE orchard.sprays (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  block_id uuid NOT NULL REFERENCES orchard.blocks (id) ON DELETE CASCADE,
  product text NOT NULL REFERENCES orchard.products (code),
  sprayed_on date NOT NULL,
  litres numeric(8, 1) NOT NULL,
  reason text
);

CREATE TABLE orchard.picks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  row_id uuid NOT NULL REFERENCES orchard.tree_rows (id) ON DELETE CASCADE,
  picked_on date NOT NULL,
  kilos numeric(8, 1) NOT NULL,
  crew text
);

-- Bins carry a label printed by the grower.
CREATE TABLE orchard.bins (
  grower_id uuid NOT NULL DEFAULT orchard.my_grower() REFERENCES orchard.growers (id),
  label text NOT NULL,
  contents text,
  PRIMARY KEY (grower_id, label)
);

CREATE TABLE orchard.bin_moves (
  grower_id uuid NOT NULL DEFAULT orchard.my_grower(),
  label text NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT now(),
  place text NOT NULL,
  PRIMARY KEY (grower_id, label, moved_at),
  FOREIGN KEY (grower_id, label) REFERENCES orchard.bins (grower_id, label) ON DELETE CASCADE
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['growers', 'blocks', 'tree_rows', 'sprays', 'picks', 'bins', 'bin_moves'] LOOP
    EXECUTE format('ALTER TABLE orchard.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE orchard.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END
$$;

CREATE POLICY growers_own ON orchard.growers FOR SELECT TO hf_orchardly_app
  USING (id = orchard.my_grower());
CREATE POLICY blocks_own ON orchard.blocks TO hf_orchardly_app
  USING (grower_id = orchard.my_grower()) WITH CHECK (grower_id = orchard.my_grower());
CREATE POLICY bins_own ON orchard.bins TO hf_orchardly_app
  USING (grower_id = orchard.my_grower()) WITH CHECK (grower_id = orchard.my_grower());
CREATE POLICY bin_moves_own ON orchard.bin_moves TO hf_orchardly_app
  USING (grower_id = orchard.my_grower()) WITH CHECK (grower_id = orchard.my_grower());

-- The tables below a block belong to the grower of the block.
CREATE POLICY tree_rows_own ON orchard.tree_rows TO hf_orchardly_app
  USING (EXISTS (
    SELECT 1 FROM orchard.blocks b
    WHERE b.id = tree_rows.block_id AND b.grower_id = orchard.my_grower()))
  WITH CHECK (EXISTS (
    SELECT 1 FROM orchard.blocks b
    WHERE b.id = tree_rows.block_id AND b.grower_id = orchard.my_grower()));
CREATE POLICY sprays_own ON orchard.sprays TO hf_orchardly_app
  USING (EXISTS (
    SELECT 1 FROM orchard.blocks b
    WHERE b.id = sprays.block_id AND b.grower_id = orchard.my_grower()))
  WITH CHECK (EXISTS (
    SELECT 1 FROM orchard.blocks b
    WHERE b.id = sprays.block_id AND b.grower_id = orchard.my_grower()));
CREATE POLICY picks_own ON orchard.picks TO hf_orchardly_app
  USING (EXISTS (
    SELECT 1 FROM orchard.tree_rows r JOIN orchard.blocks b ON b.id = r.block_id
    WHERE r.id = picks.row_id AND b.grower_id = orchard.my_grower()))
  WITH CHECK (EXISTS (
    SELECT 1 FROM orchard.tree_rows r JOIN orchard.blocks b ON b.id = r.block_id
    WHERE r.id = picks.row_id AND b.grower_id = orchard.my_grower()));

-- Ids and growers are never written by the application: they come from the defaults.
GRANT SELECT ON orchard.varieties, orchard.products, orchard.growers TO hf_orchardly_app;
GRANT SELECT, DELETE ON orchard.blocks, orchard.tree_rows, orchard.sprays, orchard.picks, orchard.bins,
  orchard.bin_moves TO hf_orchardly_app;
GRANT INSERT (name, hectares), UPDATE (name, hectares) ON orchard.blocks TO hf_orchardly_app;
GRANT INSERT (block_id, row_no, variety, trees, remark), UPDATE (row_no, variety, trees, remark)
  ON orchard.tree_rows TO hf_orchardly_app;
GRANT INSERT (block_id, product, sprayed_on, litres, reason), UPDATE (sprayed_on, litres, reason)
  ON orchard.sprays TO hf_orchardly_app;
GRANT INSERT (row_id, picked_on, kilos, crew), UPDATE (picked_on, kilos, crew)
  ON orchard.picks TO hf_orchardly_app;
GRANT INSERT (label, contents), UPDATE (label, contents) ON orchard.bins TO hf_orchardly_app;
GRANT INSERT (label, moved_at, place) ON orchard.bin_moves TO hf_orchardly_app;
