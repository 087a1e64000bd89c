-- What the database itself holds to for accounts: lower-case addresses, a lockout after ten failures, and a
-- log of logins that only grows.

CREATE OR REPLACE FUNCTION auth.lower_email() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  NEW.email := lower(NEW.email);
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION auth.lower_email() FROM PUBLIC;

DROP TRIGGER IF EXISTS users_lower_email ON auth.users;
CREATE TRIGGER users_lower_email BEFORE INSERT OR UPDATE OF email ON auth.users
  FOR EACH ROW EXECUTE FUNCTION auth.lower_email();

-- The tenth failure, and every further one, locks the account for half an hour; a reset to zero opens it.
CREATE OR REPLACE FUNCTION auth.lock_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  attempts_before integer := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    attempts_before := OLD.failed_login_attempts;
  END IF;
  IF NEW.failed_login_attempts >= 10 AND NEW.failed_login_attempts > attempts_before THEN
    NEW.locked_until := greatest(NEW.locked_until, now() + interval '30 minutes');
  ELSIF NEW.failed_login_attempts = 0 AND attempts_before > 0 THEN
    NEW.locked_until := NULL;
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION auth.lock_account() FROM PUBLIC;

DROP TRIGGER IF EXISTS users_lock_account ON auth.users;
CREATE TRIGGER users_lock_account BEFORE INSERT OR UPDATE OF failed_login_attempts ON auth.users
  FOR EACH ROW EXECUTE FUNCTION auth.lock_account();

-- One change is let through: the foreign key forgets a user who is gone. The row of a living user stays his.
CREATE OR REPLACE FUNCTION auth.prevent_audit_logs_modification() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.user_id IS NULL
      AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id'
      AND NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = OLD.user_id)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% on auth.audit_logs is refused: the log is append-only', TG_OP
    USING ERRCODE = 'restrict_violation';
END
$func$;
REVOKE ALL ON FUNCTION auth.prevent_audit_logs_modification() FROM PUBLIC;

DROP TRIGGER IF EXISTS audit_logs_append_only ON auth.audit_logs;
CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR DELETE ON auth.audit_logs
  FOR EACH ROW EXECUTE FUNCTION auth.prevent_audit_logs_modification();

DROP TRIGGER IF EXISTS audit_logs_no_truncate ON auth.audit_logs;
CREATE TRIGGER audit_logs_no_truncate BEFORE TRUNCATE ON auth.audit_logs
  FOR EACH STATEMENT EXECUTE FUNCTION auth.prevent_audit_logs_modification();
