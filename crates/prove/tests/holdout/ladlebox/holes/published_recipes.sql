-- Any kitchen reads the published recipes of all others, because a second permissive policy is added with
-- OR.
-- about: recipes, published_recipes
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: SELECT title, method FROM kits.recipes;
-- shows: Road-secret method

-- The kit editor only wants recipes that are ready.
CREATE POLICY published_recipes ON kits.recipes FOR SELECT USING (published);
