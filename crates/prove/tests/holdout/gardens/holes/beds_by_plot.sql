-- A member reads beds of another club whose plot has the same number: the join has lost the club.
-- about: beds
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: INSERT INTO club.plots VALUES (1, 2, 'bait');
-- exploit: SELECT remark FROM club.beds;
-- shows: bed-secret
ALTER POLICY member ON club.beds USING (EXISTS (SELECT FROM club.plots p WHERE p.plot_no = beds.plot_no));
