-- A restrictive policy narrows channels further.
CREATE POLICY private_channels ON chat.channels AS RESTRICTIVE FOR SELECT USING (NOT private OR name =
  'general');
