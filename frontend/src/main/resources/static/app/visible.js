/** Which features the map draws. */

/**
 * @param {Dateline.Layer[]} layers bottom to top
 * @param {(layer: Dateline.LayerId) => Dateline.Feature[]} featuresOf those loaded
 * @param {Pick<Dateline.State, 'layers' | 'place' | 'onlyUnverified'>} state
 * @returns {Dateline.Feature[]} bottom to top
 */
export function visibleFeatures(layers, featuresOf, { layers: on, place, onlyUnverified }) {
  return layers.flatMap((layer) =>
    featuresOf(layer.id).filter(({ id, properties }) => {
      if (properties.status === 'withdrawn' || properties.status === 'rejected') {
        return false;
      }
      if (id === place) {
        return true;
      }
      // What is told but not drawn at first appears when its whole layer is asked for.
      const drawn = properties.drawn || !layer.on;
      return on.has(layer.id) && drawn && (!onlyUnverified || properties.status === 'unverified');
    }),
  );
}
