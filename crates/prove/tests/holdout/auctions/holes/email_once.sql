-- One address may register once on the whole platform: a refused insert tells that another house has the
-- bidder.
-- about: bidders_email_once, bidders
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO auc.bidders (house_id, email, full_name) VALUES (auc.current_house(), 'B@road.test',
-- exploit: 'probe');
-- shows: violates unique constraint
-- People typed the same address in capitals and got two paddles.
CREATE UNIQUE INDEX bidders_email_once ON auc.bidders (lower(email));
