#!/bin/sh
# Runs once, when the Postgres image has made an empty cluster (it lies in /docker-entrypoint-initdb.d). Passwords come
# from secret files and never stand on a command line.
set -eu
secrets=${SECRETS_DIR:-/run/secrets}
scripts=${SCRIPTS_DIR:-/etc/pamong}
psql --set ON_ERROR_STOP=1 --no-password --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
\\set owner_password \`cat $secrets/owner_password\`
\\set app_password \`cat $secrets/app_password\`
\\set portal_password \`cat $secrets/portal_password\`
\\set worker_password \`cat $secrets/worker_password\`
\\i $scripts/roles.sql
CREATE DATABASE pamong OWNER pamong_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'und';
\\connect pamong
\\set database pamong
\\i $scripts/database.sql
SQL
