-- Two restrictive policies are both kept.
CREATE POLICY not_closed ON pay.runs AS RESTRICTIVE FOR UPDATE USING (state <> 'closed');
