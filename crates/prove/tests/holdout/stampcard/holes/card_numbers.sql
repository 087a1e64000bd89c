-- Card numbers became unique over all merchants; an insert that is skipped says that another merchant gave
-- out this card.
-- about: cards, cards_no_everywhere, card_no
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: INSERT INTO loyal.cards VALUES (1, 'rd77', 1) ON CONFLICT DO NOTHING;
-- shows: INSERT 0 0
-- Tills read the number alone. Letters are printed in both cases.
CREATE UNIQUE INDEX cards_no_everywhere ON loyal.cards (upper(card_no));
