-- The table gets a new name; the view under the old one has its caller's rights.
ALTER TABLE changelog_posts RENAME TO posts;
CREATE VIEW changelog_posts WITH (security_invoker = true) AS SELECT * FROM posts;
GRANT SELECT, INSERT, UPDATE, DELETE ON changelog_posts TO hf_wishlist_app;
