INSERT INTO scaf.part_types (code, kilos) VALUES ('tube-3', 11.2), ('plank-2', 9);
INSERT INTO scaf.firms (id, name) VALUES (4, 'Own scaffolds'), (41, 'Tube-secret scaffolds');
INSERT INTO scaf.clients (firm_id, client_no, name) VALUES
  (4, 1, 'Own client'), (41, 1, 'Tube-secret client');
INSERT INTO scaf.sites (firm_id, site_no, client_no, address, state) VALUES
  (4, 1, 1, 'Own road', 'standing'), (41, 1, 1, 'Tube-secret road', 'standing');
INSERT INTO scaf.quotes (firm_id, quote_no, site_no, cents, terms) VALUES
  (4, 1, 1, 100, 'own'), (41, 9, 1, 553711, 'Tube-secret terms');
INSERT INTO scaf.parts (firm_id, serial, type) VALUES (4, 'S-1001', 'tube-3'), (41, 'S-2002', 'plank-2');
INSERT INTO scaf.parts (firm_id, serial, type) VALUES (41, 'S-2003', 'plank-2');
INSERT INTO scaf.hires (firm_id, site_no, serial, out_on) VALUES
  (4, 1, 'S-1001', '2024-05-01'), (41, 1, 'S-2002', '2024-05-02');
INSERT INTO scaf.inspections (firm_id, site_no, inspected_on, passed, finding) VALUES
  (4, 1, '2024-05-03', true, 'own'), (41, 1, '2024-05-04', false, 'Tube-secret loose coupler');
INSERT INTO scaf.photos (firm_id, path, caption) VALUES
  (4, '4/site1.jpg', 'own'), (41, '41/site1.jpg', 'Tube-secret photo');
INSERT INTO scaf.crew (firm_id, badge, full_name, wage_cents) VALUES
  (4, 1, 'Own crew', 2000), (41, 1, 'Tube-secret crew', 2917);
DO $$
BEGIN
  -- Only some changes add these tables.
  IF to_regclass('scaf.accidents') IS NOT NULL THEN
    INSERT INTO scaf.accidents (firm_id, site_no, report) VALUES (41, 1, 'Tube-secret fall');
  END IF;
  IF to_regclass('scaf.outbox') IS NOT NULL THEN
    -- The trigger of the outbox works for this row too.
    UPDATE scaf.quotes SET cents = 553712 WHERE firm_id = 41;
  END IF;
END
$$;
