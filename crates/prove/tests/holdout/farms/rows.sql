INSERT INTO common.crops VALUES ('rye', 'Rye');
INSERT INTO common.breeds VALUES ('cow', 'Cow');
INSERT INTO hill.members VALUES (1, 'Hill member', 'a@hill.test', 1);
INSERT INTO hill.fields VALUES ('h1', 1, 3, 'rye');
INSERT INTO hill.harvests (field_code, season, tonnes, remark) VALUES ('h1', 2030, 1, 'Hill rye');
INSERT INTO hill.animals VALUES ('H-1', 'cow', 1, NULL);
INSERT INTO road.members VALUES (1, 'Road-secret member', 'b@road.test', 9);
INSERT INTO road.fields VALUES ('r1', 1, 88, 'rye');
INSERT INTO road.harvests (field_code, season, tonnes, remark) VALUES ('r1',
  2030, 500, 'Road-secret harvest');
INSERT INTO road.animals VALUES ('R-1', 'cow', 1, NULL);
INSERT INTO road.treatments (ear_tag, drug) VALUES ('R-1', 'Road-secret drug');
INSERT INTO road.payments (member_no, amount, reason) VALUES (1, 300, 'Road-secret payment');
-- Rows for tables that only some changes add.
DO $$
BEGIN
  IF to_regclass('common.offers') IS NOT NULL THEN
    INSERT INTO common.offers (coop, crop, tonnes, floor_price, note)
    VALUES ('road', 'rye', 40, 99, 'Road-secret floor');
  END IF;
  IF to_regclass('road.messages') IS NOT NULL THEN
    INSERT INTO road.messages (body) VALUES ('Road-secret message');
  END IF;
END
$$;
