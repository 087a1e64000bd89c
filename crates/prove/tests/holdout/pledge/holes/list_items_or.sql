-- The condition lost its brackets: what is for sale is listed for every shop.
-- about: list_items, items
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT description FROM api.list_items(true);
-- shows: Road-secret necklace
-- Items with a price count as for sale as well.
CREATE OR REPLACE FUNCTION api.list_items(p_for_sale boolean DEFAULT NULL)
RETURNS TABLE (ticket_no int, item_no int, description text, price_cents int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT i.ticket_no, i.item_no, i.description, i.price_cents FROM pawn.items i
  WHERE i.shop_id = pawn.shop() AND p_for_sale IS NULL
    OR i.for_sale = p_for_sale OR p_for_sale AND i.price_cents IS NOT NULL
$$;
