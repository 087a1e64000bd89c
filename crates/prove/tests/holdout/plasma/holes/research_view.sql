-- The view for research leaves out names, but lists the donations of all centres to the application.
-- about: research_donations, donations, deferrals
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT bag_code FROM blood.research_donations;
-- shows: BAG-77
CREATE VIEW blood.research_donations AS
  SELECT d.centre_id, d.bag_code, d.blood_group, d.millilitres,
    EXISTS (SELECT 1 FROM blood.deferrals f
      WHERE f.centre_id = d.centre_id AND f.donor_id = d.donor_id) AS deferred
  FROM blood.donations d;
GRANT SELECT ON blood.research_donations TO hf_plasma_app;
