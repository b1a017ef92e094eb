import { type Geometry, readGeometry } from '../../geometry.ts';
import { isRecord, type Json } from '../../internal/json.ts';

/** An entity as a feature: its attributes flat, its place apart. */
export interface EntityFeature {
  readonly geometry: Geometry | undefined;
  readonly properties: Json;
}

const GEOJSON = new Set([
  'FeatureCollection',
  'Feature',
  'GeometryCollection',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
]);
const DEEPEST = 5;

/**
 * Whether an object is a context entity (NGSI v2 6.1, ETSI GS CIM 009 4.5): `id`, `type`, and something only entities
 * have, so that plain records with these two columns stay what they are.
 */
export function isEntity(value: Json): boolean {
  const { id, type } = value;
  if (typeof id !== 'string' || typeof type !== 'string' || GEOJSON.has(type)) return false;
  if (id.startsWith('urn:ngsi-ld:') || '@context' in value) return true;
  return Object.values(value).some(
    (inner) => isRecord(inner) && (isAttribute(inner) || readGeometry(inner) !== undefined),
  );
}

/** The addresses of the vocabularies that entities name; they are kept, not fetched. */
export function contextOf(entities: readonly Json[]): string[] {
  const contexts = entities.flatMap((entity) => {
    const context = entity['@context'];
    return Array.isArray(context) ? (context as unknown[]) : [context];
  });
  const texts = contexts.flatMap((one) => {
    if (one === undefined) return [];
    return [typeof one === 'string' ? one : JSON.stringify(one)];
  });
  return [...new Set(texts)];
}

/**
 * Flattens an entity: `address.addressLocality` for what is inside an attribute, `opens.observedAt` and
 * `opens.unitCode` for what is said about it. The place is `location`, else the first attribute that is one.
 */
export function entityFeature(entity: Json): EntityFeature {
  const columns = new Map<string, unknown>();
  const places = new Map<string, Geometry>();
  for (const [name, attribute] of Object.entries(entity)) {
    if (name === '@context') continue;
    const normalized = isRecord(attribute) && isAttribute(attribute);
    const value = normalized ? attributeValue(attribute) : plainValue(attribute);
    const geometry = placeOf(value, normalized ? attribute['type'] : undefined);
    if (geometry === undefined) flatten(columns, name, value, 0);
    else places.set(name, geometry);
    if (!normalized) continue;
    for (const [key, about] of metadataOf(attribute)) flatten(columns, `${name}.${key}`, about, 1);
  }
  const main = places.has('location') ? 'location' : [...places.keys()][0];
  for (const [name, geometry] of places) if (name !== main) add(columns, name, geometry);
  const geometry = main === undefined ? undefined : places.get(main);
  return { geometry, properties: Object.fromEntries(columns) };
}

const VALUE_KEYS = ['value', 'object', 'languageMap', 'vocab', 'json', 'objectList', 'valueList'];

function isAttribute(value: Json): boolean {
  return typeof value['type'] === 'string' && VALUE_KEYS.some((key) => Object.hasOwn(value, key));
}

function attributeValue(attribute: Json): unknown {
  const key = VALUE_KEYS.find((one) => Object.hasOwn(attribute, one));
  return key === undefined ? undefined : plainValue(attribute[key]);
}

/** JSON-LD writes typed values as `{"@type": "DateTime", "@value": …}`. */
function plainValue(value: unknown): unknown {
  return isRecord(value) && Object.hasOwn(value, '@value') ? value['@value'] : value;
}

/** What is said about an attribute: `metadata` in v2, its other members in LD. */
function metadataOf(attribute: Json): [name: string, value: unknown][] {
  const { type: _, metadata, ...members } = attribute;
  const own = Object.entries(members).filter(([key]) => !VALUE_KEYS.includes(key));
  const apart = isRecord(metadata) ? Object.entries(metadata) : [];
  return [...own, ...apart].map(([name, about]) => [
    name,
    isRecord(about) && isAttribute(about) ? attributeValue(about) : plainValue(about),
  ]);
}

function placeOf(value: unknown, type: unknown): Geometry | undefined {
  if (type === 'geo:point' && typeof value === 'string') {
    const [lat, lng, ...rest] = value.split(',').map(Number);
    if (rest.length > 0) return undefined;
    return readGeometry({ type: 'Point', coordinates: [lng, lat] });
  }
  return readGeometry(value);
}

function flatten(columns: Map<string, unknown>, name: string, value: unknown, depth: number): void {
  if (!isRecord(value) || depth >= DEEPEST || Object.keys(value).length === 0) {
    add(columns, name, value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    flatten(columns, `${name}.${key}`, plainValue(inner), depth + 1);
  }
}

/** No value is lost where an attribute is called like the path into another. */
function add(columns: Map<string, unknown>, name: string, value: unknown): void {
  let free = name;
  while (columns.has(free)) free += '_';
  columns.set(free, value);
}
