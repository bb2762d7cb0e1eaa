url="{{base}}/api/reports/{{report}}/layers"
etag=$(curl -sI "$url" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
curl -s -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag" "$url"
