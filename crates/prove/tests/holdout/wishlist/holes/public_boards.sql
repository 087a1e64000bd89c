-- As soon as the caller sees one public board, he sees the ideas on boards of the same name everywhere: the
-- subquery forgets the organization.
-- about: ideas, ideas_public, boards
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM ideas;
-- shows: Road-secret idea
-- Ideas of public boards are shown on the portal.
CREATE POLICY ideas_public ON ideas FOR SELECT
  USING (EXISTS (SELECT 1 FROM boards b WHERE b.slug = board AND b.is_public));
