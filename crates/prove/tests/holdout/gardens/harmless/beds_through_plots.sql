-- The same rule, said through the parent with its whole key.
ALTER POLICY member ON club.beds USING (EXISTS (
  SELECT FROM club.plots p WHERE (p.club_id, p.plot_no) = (beds.club_id, beds.plot_no)));
