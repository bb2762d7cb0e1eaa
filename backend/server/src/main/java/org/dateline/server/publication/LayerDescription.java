package org.dateline.server.publication;

import java.util.List;
import java.util.Locale;
import org.dateline.geoparser.finding.Layer;

/**
 * What a layer is called and how it is shown at first.
 *
 * @param layer which
 * @param title for readers
 * @param description what falls into it, in a sentence
 * @param on whether the map shows it at first
 */
public record LayerDescription(Layer layer, String title, String description, boolean on) {

  /** All layers, from the bottom of the map to its top. */
  public static final List<LayerDescription> ALL =
      List.of(
          new LayerDescription(
              Layer.CONTEXT,
              "Wider context",
              "Places named for comparison, as an actor's country or as background.",
              false),
          new LayerDescription(
              Layer.METONYMS,
              "Names standing for governments",
              "Places whose name stands for a government or another body.",
              false),
          new LayerDescription(
              Layer.CLAIMS,
              "Claims",
              "What someone says of a place, which the report does not say itself.",
              false),
          new LayerDescription(
              Layer.FIGHTING,
              "Fighting reported",
              "Areas and places where the report tells of fighting or attacks.",
              true),
          new LayerDescription(
              Layer.DISPLACEMENT,
              "Displacement",
              "Where people fled from and to, and where they shelter; sites are shown to within"
                  + " 5 km.",
              true),
          new LayerDescription(
              Layer.SUPPLY, "Military supply", "Deliveries, foreign forces and bases.", true),
          new LayerDescription(
              Layer.SCENES,
              "Scenes",
              "Where the report was made, and places of civic and political life.",
              true),
          new LayerDescription(
              Layer.LOCATIONS, "Your locations", "What journalists added to the map.", true));

  /** Returns the description of a layer. */
  public static LayerDescription of(Layer layer) {
    return ALL.stream()
        .filter(description -> description.layer == layer)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no description of " + layer));
  }

  /** Returns the layer's id in addresses and properties. */
  public String id() {
    return layer.name().toLowerCase(Locale.ROOT);
  }
}
