-- Any session reads all gift cards with a percent sign for a code, because the policy for the web shop
-- compares by LIKE.
-- about: gift_cards, gift_cards_bearer
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SET app.gift_code = '%';
-- exploit: SELECT code, greeting FROM bread.gift_cards;
-- shows: Road-secret greeting
-- Whoever holds a gift card may see it; codes are typed with or without a suffix.
CREATE POLICY gift_cards_bearer ON bread.gift_cards FOR SELECT TO hf_crumbcard_app
  USING (code LIKE current_setting('app.gift_code', true));
