-- finds: context_setting_opens_all app.bypass_rls
-- bad:
-- A switch for maintenance, which every session may set.
CREATE FUNCTION app.is_maintenance() RETURNS boolean LANGUAGE sql STABLE
  AS $$SELECT coalesce(current_setting('app.bypass_rls', true), 'off') = 'on'$$;
CREATE POLICY maintenance ON app.note USING (app.is_maintenance());
-- good:
-- The mode narrows what is seen, and no value of it opens anything.
CREATE FUNCTION app.shows_pinned() RETURNS boolean LANGUAGE sql STABLE
  AS $$SELECT coalesce(current_setting('app.mode', true), '') = 'pinned'$$;
CREATE POLICY mode ON app.note AS RESTRICTIVE USING (pinned OR NOT app.shows_pinned());
