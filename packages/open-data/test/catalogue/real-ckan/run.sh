#!/usr/bin/env bash
# Tests the catalogue client against a real CKAN: CKAN from PyPI, Solr from Maven Central, PostgreSQL and Redis of this
# machine (Debian: postgresql redis-server python3-venv maven). Packages are kept in .cache/real-ckan; the services use
# free ports of this machine and a folder of their own, and are stopped at the end. Takes some three minutes.
# Where something is missing it says SKIPPED, names it, and ends well.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(git -C "$here" rev-parse --show-toplevel)"
cache="$root/.cache/real-ckan"
ckan_version=2.12.0

skip() {
  echo "SKIPPED: a real CKAN. $1"
  exit 0
}
for tool in python3 javac mvn redis-server; do
  command -v "$tool" >/dev/null || skip "There is no $tool."
done
initdb="$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1 || true)"
[ -n "$initdb" ] || skip 'There is no PostgreSQL.'
postgres="$(dirname "$(readlink -f "$initdb")")"
as_postgres=()
[ "$(id -u)" -ne 0 ] || as_postgres=(runuser -u postgres --) # PostgreSQL does not start as root

mkdir -p "$cache"
if [ ! -x "$cache/venv/bin/ckan" ]; then
  echo 'Installing CKAN …'
  python3 -m venv "$cache/venv" && "$cache/venv/bin/pip" install -q "ckan[requirements]==$ckan_version" ||
    skip 'CKAN could not be installed.'
fi
if [ ! -f "$cache/solr/SolrServer.class" ]; then
  echo 'Fetching Solr …'
  mvn -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$cache/solr" ||
    skip 'Solr could not be fetched.'
  javac -cp "$cache/solr/*" -d "$cache/solr" "$here/SolrServer.java"
fi

work="$(mktemp -d)"
chmod 755 "$work"
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  "${as_postgres[@]}" "$postgres/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
answers() { # answers URL: waits up to a minute
  for _ in $(seq 60); do
    curl -fs "$1" >/dev/null && return 0
    sleep 1
  done
  echo "$1 does not answer" && cat "$work"/*.log && return 1
}
pg_port="$(port)" redis_port="$(port)" solr_port="$(port)" ckan_port="$(port)"

mkdir "$work/pg"
[ "$(id -u)" -ne 0 ] || chown postgres "$work/pg"
"${as_postgres[@]}" "$initdb" -D "$work/pg" -A trust -E UTF8 -U postgres >/dev/null
"${as_postgres[@]}" "$postgres/pg_ctl" -D "$work/pg" -l "$work/pg/log" -w \
  -o "-p $pg_port -k $work/pg -c listen_addresses=127.0.0.1" start >/dev/null
"$postgres/createdb" -h 127.0.0.1 -p "$pg_port" -U postgres -T template0 ckan

redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --dir "$work" >"$work/redis.log" &
pids+=($!)

config="$work/solr/ckan/conf"
mkdir -p "$config"
echo '<solr></solr>' >"$work/solr/solr.xml"
echo 'name=ckan' >"$work/solr/ckan/core.properties"
cp "$here/solrconfig.xml" "$config/"
cp "$cache"/venv/lib/python3*/site-packages/ckan/config/solr/schema.xml "$config/"
touch "$config/synonyms.txt" "$config/protwords.txt" "$config/stopwords.txt"
java -Xmx512m -cp "$cache/solr/*:$cache/solr" SolrServer "$work/solr" "$solr_port" >"$work/solr.log" 2>&1 &
pids+=($!)

ckan() { "$cache/venv/bin/ckan" -c "$work/ckan.ini" "$@"; }
"$cache/venv/bin/ckan" generate config "$work/ckan.ini" >/dev/null 2>&1
set_option() { "$cache/venv/bin/ckan" config-tool "$work/ckan.ini" "$1 = $2" >/dev/null 2>&1; }
set_option sqlalchemy.url "postgresql://postgres@127.0.0.1:$pg_port/ckan"
set_option solr_url "http://127.0.0.1:$solr_port/solr/ckan"
set_option ckan.redis.url "redis://127.0.0.1:$redis_port/0"
set_option ckan.site_url "http://127.0.0.1:$ckan_port"
set_option ckan.plugins ''
answers "http://127.0.0.1:$solr_port/solr/ckan/select?q=*:*"
ckan db init >"$work/init.log" 2>&1
ckan user add admin email=admin@example.jp password=only-for-this-test >>"$work/init.log" 2>&1
ckan sysadmin add admin >>"$work/init.log" 2>&1
token="$(ckan user token add admin test -q 2>/dev/null | tail -1 | tr -d '[:space:]')"
# Not through the function: what is stopped at the end has to be the server itself.
"$cache/venv/bin/ckan" -c "$work/ckan.ini" run --host 127.0.0.1 --port "$ckan_port" --disable-reloader >"$work/ckan.log" 2>&1 &
pids+=($!)
answers "http://127.0.0.1:$ckan_port/api/3/action/package_search?rows=0"

cd "$root"
YOKOTEN_CKAN_URL="http://127.0.0.1:$ckan_port" YOKOTEN_CKAN_TOKEN="$token" \
  node apps/tools/up.mjs test --project node packages/open-data/test/catalogue/ckan-real.test.ts
