-- Values are put into a command by a function with its owner's rights, for any account that is named.
-- about: fill_command, job_secrets
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: SELECT sched.fill_command('elm-lane', 'backup', 'run {KEY}');
-- shows: value-secret
CREATE FUNCTION sched.fill_command(p_account text, p_job text, p_command text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sched, pg_temp AS $$
DECLARE
  s record;
BEGIN
  FOR s IN SELECT name, value FROM sched.job_secrets WHERE account = p_account AND job = p_job LOOP
    p_command := replace(p_command, '{' || s.name || '}', s.value);
  END LOOP;
  RETURN p_command;
END $$;
