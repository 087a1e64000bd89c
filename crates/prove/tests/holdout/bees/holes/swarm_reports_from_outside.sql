-- Neighbours should report swarms, so the check for INSERT asks for the reporter only: any association
-- gets false ones.
-- about: swarm_reports, report_swarm
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: INSERT INTO bee.swarm_reports (association_id, reported_by, body) VALUES (2, 11, 'planted swarm');
-- exploit: SET bee.user_id = '22';
-- exploit: SELECT 'got a ' || body FROM bee.swarm_reports WHERE reported_by = 11;
-- shows: got a planted swarm
CREATE POLICY report_swarm ON bee.swarm_reports FOR INSERT WITH CHECK (reported_by = bee.me());
