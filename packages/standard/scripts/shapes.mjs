/** Signed area (degrees², longitude scaled to its latitude) and centroid of a ring. */
function ringMoments(ring) {
  const [originX, originY] = ring[0];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0, y0] = [ring[i][0] - originX, ring[i][1] - originY];
    const [x1, y1] = [ring[i + 1][0] - originX, ring[i + 1][1] - originY];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (twice === 0) return { area: 0, x: originX, y: originY };
  return { area: twice / 2, x: originX + x / (3 * twice), y: originY + y / (3 * twice) };
}

function polygon(rings, borders) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [i, ring] of rings.entries()) {
    const moments = ringMoments(ring);
    const weight = Math.abs(moments.area) * (i === 0 ? 1 : -1);
    area += weight;
    x += weight * moments.x;
    y += weight * moments.y;
  }
  const longitudes = rings[0].map((point) => point[0]);
  const latitudes = rings[0].map((point) => point[1]);
  const bbox = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  return { area, x, y, bbox, borders };
}

/** Polygons by N03 code. `borders` holds the ids of a polygon's arcs: two polygons with one in common touch. */
export function readTopology(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [
      (x += dx) * scale[0] + translate[0],
      (y += dy) * scale[1] + translate[1],
    ]);
  });
  const toRing = (ids) =>
    ids.flatMap((id, i) => {
      const points = id < 0 ? arcs[~id].toReversed() : arcs[id];
      return i === 0 ? points : points.slice(1);
    });
  const shapes = new Map();
  for (const geometry of Object.values(topology.objects).flatMap((object) => object.geometries)) {
    const code = geometry.properties.N03_007;
    if (!code) continue;
    const parts = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const polygons = parts.map((rings) =>
      polygon(
        rings.map(toRing),
        rings.flat().map((id) => (id < 0 ? ~id : id)),
      ),
    );
    shapes.set(code, [...(shapes.get(code) ?? []), ...polygons]);
  }
  return shapes;
}

const KM_PER_DEGREE = 111;

/** Kilometres between the nearest edges of two boxes; 0 where they overlap. */
function gap(a, b) {
  const x = Math.max(0, a[0] - b[2], b[0] - a[2]) * Math.cos((a[1] * Math.PI) / 180);
  const y = Math.max(0, a[1] - b[3], b[1] - a[3]);
  return Math.hypot(x, y) * KM_PER_DEGREE;
}

/** Polygons that share a border, united: area-weighted sums are all that a centroid needs. */
function bodies(polygons) {
  const found = [];
  for (const one of polygons) {
    const merged = { ...one, borders: new Set(one.borders), polygons: [one] };
    const touching = found.filter((body) => one.borders.some((id) => body.borders.has(id)));
    for (const body of touching) {
      merged.area += body.area;
      merged.x += body.x;
      merged.y += body.y;
      merged.polygons.push(...body.polygons);
      for (const id of body.borders) merged.borders.add(id);
      found.splice(found.indexOf(body), 1);
    }
    merged.bbox = union(merged.polygons.map(({ bbox }) => bbox));
    found.push(merged);
  }
  return found;
}

/** The box around several boxes. */
export const union = (boxes) =>
  [Math.min, Math.min, Math.max, Math.max].map((pick, i) => pick(...boxes.map((box) => box[i])));

/**
 * Bounding box and the area centroid of the largest body. A rock in the far ocean would make a town's box useless:
 * a part under a tenth of the largest and more than 100 km away is left out.
 */
export function frame(polygons) {
  const all = bodies(polygons);
  const largest = all.reduce((best, body) => (body.area > best.area ? body : best));
  const kept = all.filter(
    (body) => body.area >= largest.area / 10 || gap(body.bbox, largest.bbox) <= 100,
  );
  return {
    centroid: [largest.x / largest.area, largest.y / largest.area],
    bbox: union(kept.map(({ bbox }) => bbox)),
  };
}
