-- Inspections refer to a badge of any city: an accepted row tells that the badge exists there, and blocks
-- it.
-- about: inspections, officers, inspections_officer, officers_badge_key
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: INSERT INTO permits.inspections VALUES
-- exploit:   (11, 'LB-1', '2026-03-03', 'H-7', 'probe');
-- shows: INSERT 0 1

-- Badges are printed by the state and are unique.
ALTER TABLE permits.inspections DROP CONSTRAINT inspections_officer;
ALTER TABLE permits.officers ADD CONSTRAINT officers_badge_key UNIQUE (badge);
ALTER TABLE permits.inspections ADD CONSTRAINT inspections_officer
  FOREIGN KEY (badge) REFERENCES permits.officers (badge);
