-- Any organiser learns whether an address backs someone else, because the check looks at all backers.
-- about: email_known, backers
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT 'known: ' || fund.email_known('lou@road.test');
-- shows: known: true
-- The form warns early when an address is in use.
CREATE FUNCTION fund.email_known(p_email text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = fund, pg_temp
AS $$ SELECT EXISTS (SELECT FROM backers WHERE email = lower(p_email)) $$;
REVOKE ALL ON FUNCTION fund.email_known(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fund.email_known(text) TO hf_stretchgoal_app;
