-- What the database refuses by itself.

-- name: guarding triggers by function
-- expect: rows
--   check_user_in_tenant | 39
--   check_user_quota | 1
--   guard_append_only | 8
--   guard_one_time_token | 3
--   move_subfolders | 1
--   place_folder | 1
--   refuse_session_revival | 1
SELECT p.proname, count(*)
FROM pg_trigger t
JOIN pg_proc p ON p.oid = t.tgfoid
JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND t.tgenabled = 'O'
  AND p.proname <> 'update_updated_at_column' AND p.pronamespace = 'public'::regnamespace
GROUP BY p.proname
ORDER BY p.proname;

-- name: append-only tables, for changes of rows and for truncate
-- expect: rows
--   audit_logs | 2
--   file_access_logs | 2
--   login_attempts | 2
--   user_activity_log | 2
SELECT t.tgrelid::regclass::text, count(*)
FROM pg_trigger t
WHERE t.tgfoid = 'guard_append_only'::regproc
GROUP BY t.tgrelid
ORDER BY 1;

-- name: columns that take SHA-256 hex digests only
-- expect: rows
--   email_verification_tokens.token
--   file_access_logs.share_token
--   file_shares.share_token
--   password_reset_tokens.token
--   tenant_invitations.invitation_token
--   user_sessions.refresh_token
--   user_sessions.session_token
SELECT k.conrelid::regclass || '.' || a.attname
FROM pg_constraint k
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'c' AND pg_get_constraintdef(k.oid) LIKE '%^[0-9a-f]{64}$%'
ORDER BY 1;

-- name: columns that take ciphertext only
-- expect: rows
--   ai_workflow_configs.configuration
--   sso_providers.configuration
--   storage_providers.configuration
--   tenant_webhooks.secret_key
--   user_mfa.secret_key
SELECT k.conrelid::regclass || '.' || a.attname
FROM pg_constraint k
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'c'
  AND pg_get_constraintdef(k.oid) ~ '(\^enc:v|configuration_is_sealed)'
ORDER BY 1;

-- name: settings with a secret in clear that would pass as sealed, or the other way round
-- expect: none
SELECT t.settings
FROM (VALUES
  ('{"client_secret": "s"}', false),
  ('{"nested": [{"Password": "s"}]}', false),
  ('{"api_key": 7}', false),
  ('{"secret_access_key": "enc:v1:AAAA", "access_key_id": "a", "token_url": "u", "password": null}', true),
  ('[]', true)
) AS t (settings, sealed)
WHERE configuration_is_sealed(t.settings::jsonb) <> t.sealed;

-- name: columns held to a list of values
-- expect: 35
SELECT count(*)
FROM pg_constraint k
WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace
  AND pg_get_constraintdef(k.oid) LIKE '%= ANY %ARRAY[%' AND cardinality(k.conkey) = 1;

-- name: colours, quantities and periods
-- expect: rows
--   file_shares | (download_count <= download_limit)
--   file_shares | (download_count >= 0)
--   file_tags | ((color)::text ~ '^#[0-9A-Fa-f]{6}$'::text)
--   rate_limits | (request_count >= 0)
--   rate_limits | (window_end > window_start)
--   tenant_billing | (current_period_end > current_period_start)
--   tenant_branding | ((primary_color)::text ~ '^#[0-9A-Fa-f]{6}$'::text)
--   tenant_branding | ((secondary_color)::text ~ '^#[0-9A-Fa-f]{6}$'::text)
--   tenant_usage | (period_end > period_start)
--   tenant_usage | (usage_value >= 0)
--   user_connections | (requester_id <> requestee_id)
--   user_skills | ((proficiency_level >= 1) AND (proficiency_level <= 5))
SELECT k.conrelid::regclass, pg_get_expr(k.conbin, k.conrelid)
FROM pg_constraint k
WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace
  AND pg_get_expr(k.conbin, k.conrelid) ~
    '(color|download_|request_count|window_end|period_end|usage_value|requestee_id|proficiency)'
ORDER BY k.conrelid::regclass::text, 2;

-- name: tokens that cannot be recorded as used after their end
-- expect: rows
--   email_verification_tokens | (verified_at <= expires_at)
--   password_reset_tokens | (used_at <= expires_at)
--   tenant_invitations | (accepted_at <= expires_at)
SELECT k.conrelid::regclass, pg_get_expr(k.conbin, k.conrelid)
FROM pg_constraint k
WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace
  AND pg_get_expr(k.conbin, k.conrelid) LIKE '%<= expires_at%'
ORDER BY k.conrelid::regclass::text;

-- name: folder names at the root count as equal
-- expect: true
SELECT i.indnullsnotdistinct::text
FROM pg_index i
WHERE i.indexrelid = 'file_folders_tenant_id_parent_folder_id_name_key'::regclass;

-- name: constraints and triggers that are switched off or not validated
-- expect: none
SELECT k.conrelid::regclass::text, k.conname
FROM pg_constraint k
WHERE k.connamespace = 'public'::regnamespace AND NOT k.convalidated
UNION ALL
SELECT t.tgrelid::regclass::text, t.tgname
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'O';
