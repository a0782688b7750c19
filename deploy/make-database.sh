#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume. Facet's account owns its database and may make roles, and is no superuser:
# row-level security would not hold for one.
set -e
psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/database_password)" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role facet login createrole password :'password';
create database facet owner facet;
SQL
