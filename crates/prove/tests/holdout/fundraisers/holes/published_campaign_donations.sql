-- Donations of published campaigns are open, with sums and dedications, to all who are signed in.
-- about: donations, donations_of_published, is_published
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT dedication FROM donations;
-- shows: Road-secret words
-- The thermometer of a campaign's page.
CREATE FUNCTION is_published(campaign uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT c.published FROM campaigns c WHERE c.id = campaign), false)
$$;
CREATE POLICY donations_of_published ON donations FOR SELECT USING (is_published(campaign_id));
