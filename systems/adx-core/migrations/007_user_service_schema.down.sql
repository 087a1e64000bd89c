-- Undoes 007. LOST: profiles, preferences, notification settings, the activity log, teams with their members,
-- skills, connections between users, saved searches and bookmarks. Logs are not purged any more.

DROP FUNCTION IF EXISTS public.purge_expired_logs();

DROP TABLE IF EXISTS
  public.user_bookmarks, public.user_saved_searches, public.user_connections, public.user_skills,
  public.user_team_memberships, public.user_teams, public.user_activity_log,
  public.user_notification_settings, public.user_preferences, public.user_profiles;
