SELECT s.name, s.setting, s.context
FROM pg_settings AS s
WHERE s.pending_restart
ORDER BY 1;
