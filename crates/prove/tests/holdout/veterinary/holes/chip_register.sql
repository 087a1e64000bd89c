-- A register of chips helps to find owners of lost animals: it gives name and phone for any number that is
-- tried.
-- about: find_chip, animals, clients
-- as: hf_veterinary_app
-- exploit: SELECT * FROM vet.find_chip('CH%');
-- shows: Cleo-secret
CREATE FUNCTION vet.find_chip(p_chip text) RETURNS TABLE (animal text, owner text, phone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vet, pg_temp AS $$
  SELECT a.name, c.full_name, c.phone FROM vet.animals a
  JOIN vet.clients c ON c.clinic_id = a.clinic_id AND c.id = a.client_id
  WHERE a.chip LIKE p_chip
$$;
