token="Authorization: Bearer $DATELINE_TOKEN"
location='{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.11, 13.51]},
  "properties": {"location": "Market", "source": "own reporting", "location_resolution": "Vicinity"}}'
url=$(curl -si -H "$token" -H "Content-Type: application/geo+json" -d "$location" \
  "{{base}}/api/collections/locations/items" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')
etag=$(curl -sI "$url" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
curl -s -X PATCH -H "$token" -H "If-Match: $etag" -H "Content-Type: application/merge-patch+json" \
  -d '{"properties": {"location": "Old market"}}' "$url"
curl -s -o /dev/null -w '\n%{http_code}\n' -X DELETE -H "$token" -H "If-Match: $etag" "$url"
