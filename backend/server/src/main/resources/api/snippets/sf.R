library(sf)

places <- st_read("{{base}}/api/collections/places/items?limit=1000", quiet = TRUE)
print(places[, c("location", "layer", "geo_precision")], n = Inf)
plot(st_geometry(places))
