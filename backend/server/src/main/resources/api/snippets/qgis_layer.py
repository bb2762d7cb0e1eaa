from qgis.core import QgsApplication, QgsVectorLayer

application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer("url='{{base}}/api' typename='places'", "Places", "OAPIF")
if not layer.isValid():
    raise SystemExit(layer.error().message())
for feature in layer.getFeatures():
    print(feature["location"], feature.geometry().asWkt(3), sep="\t")
del layer
application.exitQgis()
