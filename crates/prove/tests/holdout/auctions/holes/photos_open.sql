-- The new table of photos has no row level security, so each house reads the photos of all.
-- about: lot_photos
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT url FROM auc.lot_photos;
-- shows: Road-secret photo
CREATE TABLE auc.lot_photos (
  house_id uuid NOT NULL,
  sale_no integer NOT NULL,
  lot_no integer NOT NULL,
  url text NOT NULL,
  PRIMARY KEY (house_id, sale_no, lot_no, url),
  FOREIGN KEY (house_id, sale_no, lot_no) REFERENCES auc.lots (house_id, sale_no, lot_no) ON DELETE CASCADE
);
GRANT SELECT, INSERT, DELETE ON auc.lot_photos TO hf_auctions_app;
