-- A database that is a template is copied, rows and rights, by whoever may create databases.
SELECT quote_ident(d.datname), NULL, NULL, NULL,
  format('SELECT datistemplate FROM pg_database WHERE datname = %L;', d.datname),
  format('%I, the database of tenant %s, is a template.', d.datname, p.tenant),
  format('ALTER DATABASE %I IS_TEMPLATE false;', d.datname), NULL
FROM place AS p JOIN pg_database AS d ON d.datname = p.name
WHERE p.what = 'database' AND d.datistemplate
