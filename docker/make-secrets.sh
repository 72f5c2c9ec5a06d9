#!/bin/sh
# Makes the secret files that docker-compose.yml reads, once: `sh docker/make-secrets.sh` writes ./secrets and leaves
# alone what is there. Back the directory up apart from the data: without qr_keys no printed QR code can be verified.
set -eu
directory=${1:-secrets}
host=${POSTGRES_HOST:-postgres:5432}
valkey=${VALKEY_HOST:-valkey:6379}
umask 077
mkdir -p "$directory"
cd "$directory"

random() { head -c "$1" /dev/urandom | od -An -tx1 | tr -d ' \n'; }
base64url() { head -c "$1" /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
put() { # name, content: containers read the files as users of their own, the directory keeps other people out
  [ -e "$1" ] || { printf '%s' "$2" > "$1"; chmod 0444 "$1"; echo "made $directory/$1"; }
}

put postgres_password "$(random 24)"
for role in owner app portal worker; do
  put "${role}_password" "$(random 24)"
  put "${role}_url" "postgres://pamong_$role:$(cat "${role}_password")@$host/pamong"
done
put valkey_password "$(random 24)"
put valkey.conf "requirepass $(cat valkey_password)"
put redis_url "redis://:$(cat valkey_password)@$valkey"
put jwt_secret "$(base64url 48)"
put qr_keys "1:$(base64url 32)"
