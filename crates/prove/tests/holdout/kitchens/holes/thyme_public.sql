-- Everybody reads the dishes of thyme: they were granted to PUBLIC for its web site.
-- about: thyme
-- as: hf_kitchens_basil
-- exploit: SELECT name FROM thyme.dishes;
-- shows: Dish-secret
GRANT USAGE ON SCHEMA thyme TO PUBLIC;
GRANT SELECT ON thyme.dishes TO PUBLIC;
