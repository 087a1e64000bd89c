-- The check whether a tracking domain is free looks at all accounts, and so tells what a rival is about to
-- launch.
-- about: domainIsFree, Campaign
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: SELECT 'free: ' || "domainIsFree"('launch.b.test') AS answer;
-- shows: free: false
CREATE FUNCTION "domainIsFree"(p_domain text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM "Campaign" WHERE "trackingDomain" = p_domain) $$;
