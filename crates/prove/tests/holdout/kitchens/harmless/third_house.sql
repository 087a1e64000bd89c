-- A new schema that nobody may use yet.
CREATE SCHEMA sage;
CREATE TABLE sage.dishes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  cost numeric(8, 2)
);
