#!/bin/sh
# Reads every collection with GDAL's OGC API driver and with QGIS's provider, as Debian has them: all of it, and what is in
# the south-west quarter of its extent.
#   check.sh [LANDING]     default http://localhost:8080/api; needs gdal-bin, python3-qgis, curl, jq
#   PYTHON=/usr/bin/python3 names the Python that QGIS is installed for
set -eu
landing=${1:-http://localhost:8080/api}
python=${PYTHON:-python3}
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$python" -c 'import qgis.core' 2> /dev/null || { echo "$python has no QGIS (apt-get install python3-qgis)"; exit 2; }
bad=0
for collection in $(curl -sf "$landing/collections" | jq -r '.collections[].id'); do
  items="$landing/collections/$collection/items"
  matched=$(curl -sf "$items?limit=1" | jq .numberMatched)
  [ "$matched" -gt 0 ] || { echo "$collection: empty"; continue; }
  corner=$(curl -sf "$landing/collections/$collection" \
    | jq -r '.extent.spatial.bbox[0] | "\(.[0]) \(.[1]) \((.[0] + .[2]) / 2) \((.[1] + .[3]) / 2)"')
  ogr2ogr -f GeoJSON "$tmp/$collection.geojson" "OAPIF:$landing" "$collection" 2> "$tmp/err" || bad=1
  # shellcheck disable=SC2086 # four numbers
  ogr2ogr -f GeoJSON "$tmp/$collection.corner.geojson" -spat $corner "OAPIF:$landing" "$collection" 2>> "$tmp/err" || bad=1
  read=$(jq '.features | length' "$tmp/$collection.geojson")
  inside=$(jq '.features | length' "$tmp/$collection.corner.geojson")
  said=$(wc -l < "$tmp/err")
  echo "GDAL $collection: has $matched, reads $read, $inside in the south-west, $said warnings"
  [ "$read" = "$matched" ] && [ "$said" = 0 ] || { cat "$tmp/err"; bad=1; }
  "$python" "$here/read-in-qgis.py" "$landing" "$collection" 2> /dev/null || bad=1
done
exit $bad
