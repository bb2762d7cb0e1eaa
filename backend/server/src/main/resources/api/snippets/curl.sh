curl "{{base}}/api/reports"
curl "{{base}}/api/reports/{{report}}/layers/{{layer}}"
curl "{{base}}/api/collections/places/items?bbox=-180,-90,180,90&limit=2"
curl -H "Content-Type: text/plain" --data "Shells fell on Gao and Timbuktu." "{{base}}/api/geoparse"
