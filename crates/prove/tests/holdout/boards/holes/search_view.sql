-- Tenant A searches the cards of all tenants in a materialized view.
-- about: card_search
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM app.card_search;
-- shows: CB-secret
CREATE MATERIALIZED VIEW app.card_search AS
  SELECT c.id, c.title, b.title AS board, c.words FROM app.cards c JOIN app.boards b ON b.id = c.board_id;
CREATE UNIQUE INDEX card_search_id ON app.card_search (id);
GRANT SELECT ON app.card_search TO ho_boards_app;
