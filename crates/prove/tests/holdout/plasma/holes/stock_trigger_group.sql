-- The trigger runs as its owner and counts the bag in the stock of every centre that has the group.
-- about: count_bag, stock, donations
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO blood.donations (bag_code, donor_id, blood_group, millilitres) VALUES ('X', 'aaaaaaaa-0000-4000-8000-000000000011', '0-', 1);
-- exploit: SET blood.centre_id = 'bbbbbbbb-0000-4000-8000-000000000002';
-- exploit: SELECT 'bags=' || bags FROM blood.stock WHERE blood_group = '0-';
-- shows: bags=2
-- The application loses its right to write the stock; only the trigger does.
REVOKE INSERT, UPDATE, DELETE ON blood.stock FROM hf_plasma_app;
CREATE OR REPLACE FUNCTION blood.count_bag() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = blood, pg_temp AS $$
BEGIN
  UPDATE blood.stock SET bags = bags + 1 WHERE blood_group = NEW.blood_group;
  IF NOT EXISTS (SELECT 1 FROM blood.stock
    WHERE centre_id = NEW.centre_id AND blood_group = NEW.blood_group) THEN
    INSERT INTO blood.stock (centre_id, blood_group, bags) VALUES (NEW.centre_id, NEW.blood_group, 1);
  END IF;
  RETURN NEW;
END $$;
