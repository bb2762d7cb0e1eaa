"""Reads a collection with QGIS's own OGC API provider: all of it by pages, and what is in a box.

python3 read-in-qgis.py LANDING COLLECTION
"""
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

landing, collection = sys.argv[1:3]
warnings = []
app = QgsApplication([], False)
app.initQgis()
app.messageLog().messageReceived.connect(
    lambda text, tag, level: warnings.append(text) if level != Qgis.Info else None
)
source = f"url='{landing}' typename='{collection}' pageSize='1000'"
layer = QgsVectorLayer(source, collection, "OAPIF")
read = sum(1 for _ in layer.getFeatures())
extent = layer.extent()
corner = QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.center().x(), extent.center().y())
inside = sum(1 for _ in layer.getFeatures(QgsFeatureRequest(corner)))
print(f"QGIS {collection}: valid {layer.isValid()}, counts {layer.featureCount()}, reads {read}, "
      f"{inside} in the south-west, {len(warnings)} warnings {warnings}")
passed = layer.isValid() and read == layer.featureCount() and not warnings
sys.stdout.flush()
# QGIS 3.22 may crash while it takes itself apart: what it read is said already.
os._exit(0 if passed else 1)
