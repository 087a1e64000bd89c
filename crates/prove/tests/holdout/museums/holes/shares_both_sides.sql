-- The policy lets the guest side write as well, so a museum writes itself a share of any object of another
-- museum.
-- about: shares
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: INSERT INTO coll.shares (museum, inventory_no, shown_to) VALUES ('alpine', '2', 'hill');
-- exploit: SELECT title, insured_for FROM coll.objects;
-- shows: Road-secret crown
-- Guests asked to be able to end a share; one policy for both sides is simpler.
DROP POLICY shown ON coll.shares;
ALTER POLICY own ON coll.shares USING (museum = coll.me() OR shown_to = coll.me());
