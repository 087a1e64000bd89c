-- Rooms clash over all organizers, so an insert that fails tells when a rival has taken a room.
-- about: room_use, room_use_no_clash
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO badge.room_use VALUES
-- exploit:   ('ad000000-0000-4000-8000-00000000000a', 4, '[2025-05-02 15:00, 2025-05-02 15:05)', 'probe');
-- shows: room_use_no_clash
-- A room was given away twice.
ALTER TABLE badge.room_use ADD CONSTRAINT room_use_no_clash
  EXCLUDE USING gist (int4range(room, room, '[]') WITH &&, during WITH &&);
