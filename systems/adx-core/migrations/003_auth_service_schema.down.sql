-- Undoes 003. LOST: open password resets and address verifications, second factors, single sign-on, API
-- keys, the log of login attempts and the counters of rate limits. Users and their sessions stay.

DROP FUNCTION IF EXISTS public.expire_sessions();
DROP FUNCTION IF EXISTS public.resolve_api_key(text);
DROP FUNCTION IF EXISTS public.resolve_session(text);

DROP TABLE IF EXISTS
  public.rate_limits, public.login_attempts, public.api_keys, public.sso_user_mappings,
  public.sso_providers, public.user_mfa, public.email_verification_tokens, public.password_reset_tokens;

DROP FUNCTION IF EXISTS public.configuration_is_sealed(jsonb);
DROP FUNCTION IF EXISTS public.guard_one_time_token();
