-- The active choir only narrows: a restrictive policy stands beside the one that asks for membership.
ALTER TABLE choir.users ADD COLUMN active_choir uuid;
GRANT UPDATE (active_choir) ON choir.users TO hf_choirs_app;
CREATE POLICY of_active_choir ON choir.posts AS RESTRICTIVE
  USING (choir_id = coalesce((SELECT u.active_choir FROM choir.users u WHERE u.id = choir.me()), choir_id));
