import geopandas

areas = geopandas.read_file("{{base}}/api/collections/areas/items?limit=1000")
print(areas[["location", "layer", "geo_precision", "quote"]].to_string())
