-- Slugs became unique everywhere, so a group finds out that another has a venue of a name.
-- about: venues, index_venues_on_slug
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: UPDATE venues SET slug = 'harbour' WHERE slug = 'inn';
-- shows: index_venues_on_slug
-- Short addresses.
CREATE UNIQUE INDEX index_venues_on_slug ON venues (slug);
