-- One address once in each house: the index begins with the house, so nothing is told about others.
CREATE UNIQUE INDEX bidders_email_once ON auc.bidders (house_id, lower(email));
