import json
from urllib.request import urlopen

url = "{{base}}/api/collections/places/items?limit=100"
while url:
    with urlopen(url) as answer:
        page = json.load(answer)
    for feature in page["features"]:
        place = feature["properties"]
        print(place["location"], place["geo_precision"], place["quote"], sep="\t")
    url = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
