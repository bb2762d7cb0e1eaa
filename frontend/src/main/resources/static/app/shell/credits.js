/** Whose data the map rests on, in one line. */

/**
 * @param {Dateline.Feature[]} features on the map
 * @returns {string}
 */
export function creditLine(features) {
  const sources = new Set(['Base map: Natural Earth, GeoNames (CC BY 4.0)']);
  for (const { properties } of features) {
    if (properties.attribution) {
      sources.add(properties.attribution);
    }
  }
  const until = [
    ...new Set(
      features.flatMap(({ properties }) =>
        properties.boundary_valid_to
          ? [
              `${properties.boundary_source ?? 'outlines'}, as they were until ${properties.boundary_valid_to}`,
            ]
          : [],
      ),
    ),
  ];
  const regions = until.length === 0 ? '' : ` Regions: ${until.join('; ')}.`;
  return `Boundaries shown do not imply endorsement.${regions} ${[...sources].join(' · ')}`;
}
