-- The function carries the setting of the demo organiser, so its body reads that organiser's orders for
-- whoever calls it.
-- about: demo_orders, orders, organizer
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT remark FROM demo_orders();
-- shows: Road-secret remark
-- Sales people show the demo data of one organiser inside any account.
CREATE FUNCTION demo_orders() RETURNS SETOF orders LANGUAGE sql STABLE
SET box.organizer = 'road'
AS $$ SELECT * FROM public.orders $$;
GRANT EXECUTE ON FUNCTION demo_orders() TO hf_boxoffice_app;
