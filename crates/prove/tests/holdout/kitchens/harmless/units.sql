-- A common table without any restaurant's rows, for reading only.
CREATE TABLE common.units (code text PRIMARY KEY, grams numeric NOT NULL);
