-- Tenant A puts hosts of B into its shows, and B cannot delete them any more: only the show is checked.
-- about: show_hosts
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: INSERT INTO radio.show_hosts VALUES (1, 2);
-- shows: INSERT 0 1
ALTER POLICY both_ends ON radio.show_hosts
  USING (EXISTS (SELECT FROM radio.shows s WHERE s.id = show_hosts.show_id));
