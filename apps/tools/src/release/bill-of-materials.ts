import { createHash } from 'node:crypto';

/** What a CycloneDX document says of one part, as far as we look at it. */
export interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly Hash[];
  readonly externalReferences?: readonly Reference[];
}

interface Reference {
  readonly url: string;
  readonly hashes?: readonly Hash[];
}

interface Hash {
  readonly alg: string;
  readonly content: string;
}

/** A bill of materials (SBOM) in the form of CycloneDX, as npm and pnpm write it. */
export interface BillOfMaterials {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: string;
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Component };
  readonly components: readonly Component[];
}

/** Our own packages by `name@version`: SHA-512 of the tarball, in hexadecimal. */
export type OwnHashes = ReadonlyMap<string, string>;

/**
 * The same bill with what only a release knows: hashes of our own tarballs, the commit's time, and a serial number that
 * comes from the content, so that the same commit gives the same bytes. Where the tarball lay on this machine goes.
 *
 * @param time of the commit, ISO 8601
 */
export function settledBill(bill: BillOfMaterials, own: OwnHashes, time: string): BillOfMaterials {
  const settled = {
    ...bill,
    metadata: {
      ...bill.metadata,
      timestamp: time,
      component: withHash(bill.metadata.component, own),
    },
    components: bill.components
      .map((component) => withHash(component, own))
      .toSorted((a, b) => ((a.purl ?? '') < (b.purl ?? '') ? -1 : 1)),
  };
  const { serialNumber: _, ...content } = settled;
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  // Version 8 of RFC 9562: a UUID whose bits are the maker's own.
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
  return { ...settled, serialNumber: `urn:uuid:${uuid}` };
}

/** What the bill fails to say, as sentences: each part needs a version, an address (purl), a licence and a hash. */
export function gapsOf(bill: BillOfMaterials): string[] {
  return bill.components.flatMap((component) => {
    const { version = '', purl = '', licenses = [] } = component;
    const missing = [
      ...(version === '' ? ['version'] : []),
      ...(purl.startsWith('pkg:npm/') ? [] : ['purl']),
      ...(licenses.length === 0 ? ['licence'] : []),
      ...(hashesOf(component).some(({ alg }) => alg === 'SHA-512') ? [] : ['SHA-512']),
    ];
    return missing.map((what) => `${fullName(component)}@${version} has no ${what}.`);
  });
}

/** `@group/name`, as npm writes it: pnpm keeps the two apart, npm does not. */
export function fullName({ group, name }: Component): string {
  return group === undefined ? name : `${group}/${name}`;
}

function hashesOf({ hashes = [], externalReferences = [] }: Component): readonly Hash[] {
  return [...hashes, ...externalReferences.flatMap((one) => one.hashes ?? [])];
}

function withHash(component: Component, own: OwnHashes): Component {
  const content = own.get(`${fullName(component)}@${component.version}`);
  if (content === undefined) return component;
  const { externalReferences = [], ...rest } = component;
  return {
    ...rest,
    externalReferences: externalReferences.filter(({ url }) => !url.startsWith('file:')),
    hashes: [{ alg: 'SHA-512', content }],
  };
}
