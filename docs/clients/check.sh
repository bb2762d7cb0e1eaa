#!/bin/sh
# Reads every collection with GDAL's OGC API driver and with QGIS's provider, as Debian has them.
#   check.sh [LANDING]     default http://localhost:8080/api; needs gdal-bin, python3-qgis, curl, jq
set -eu
landing=${1:-http://localhost:8080/api}
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0
for collection in $(curl -sf "$landing/collections" | jq -r '.collections[].id'); do
  matched=$(curl -sf "$landing/collections/$collection/items?limit=1" | jq .numberMatched)
  [ "$matched" -gt 0 ] || { echo "$collection: empty"; continue; }
  ogr2ogr -f GeoJSON "$tmp/$collection.geojson" "OAPIF:$landing" "$collection" 2> "$tmp/err" || bad=1
  read=$(jq '.features | length' "$tmp/$collection.geojson")
  said=$(wc -l < "$tmp/err")
  echo "GDAL $collection: has $matched, reads $read, $said warnings"
  [ "$read" = "$matched" ] && [ "$said" = 0 ] || { cat "$tmp/err"; bad=1; }
  python3 "$here/read-in-qgis.py" "$landing" "$collection" 2> /dev/null || bad=1
done
exit $bad
