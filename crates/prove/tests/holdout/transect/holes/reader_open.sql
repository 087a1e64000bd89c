-- The login for readers got a policy without a team for the species map, and it covers remarks as well.
-- about: observations, map, hf_transect_reader
-- as: hf_transect_reader
-- exploit: SET survey.team = 'north';
-- exploit: SELECT remarks FROM survey.observations;
-- shows: Road-secret nest
-- The map of species shows the finds of all teams; the reader fetches place and species.
CREATE POLICY map ON survey.observations FOR SELECT TO hf_transect_reader USING (species IS NOT NULL);
