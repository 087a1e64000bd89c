-- The policy compares only the inventory number: a share of one's own object 2 opens object 2 of every
-- museum.
-- about: objects
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: SELECT title FROM coll.objects;
-- shows: Road-secret crown
-- The planner had trouble with two columns.
ALTER POLICY shown ON coll.objects USING (inventory_no IN (
  SELECT s.inventory_no FROM coll.shares s WHERE s.shown_to = coll.me()));
