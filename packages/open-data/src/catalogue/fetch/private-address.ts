/**
 * IPv4 ranges that are no public address of somebody else. Source: IANA special-purpose registry. The last is public,
 * but inside Azure it is the host's own service, metadata included.
 */
const INNER_V4 = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 168.63.129.16/32'
).split(' ');

/** Names that a resolver answers from inside, and services that turn any number into a name. */
const INNER_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|corp|home|private|home\.arpa|nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me)$/u;

/**
 * Why a host, as `URL.hostname` writes it, is not a public one, or `undefined`. The URL parser has already turned
 * decimal, octal, hexadecimal and full-width numbers into dotted ones. What a name resolves to is not looked at here.
 */
export function privateHost(hostname: string): string | undefined {
  const host = hostname.toLowerCase().replace(/(?<!\.)\.+$/u, '');
  if (host.startsWith('[')) return privateIp(host.slice(1, -1)) ? host : undefined;
  if (/^[\d.]+$/u.test(host)) return privateIp(host) ? host : undefined;
  if (!host.includes('.') || INNER_NAME.test(host)) return host;
  return undefined;
}

/**
 * Whether an IP address is loopback, private, link-local, unique-local, shared, reserved, multicast, for
 * documentation, or one behind which another IPv4 address stands that is. Anything unreadable counts as private.
 */
export function privateIp(address: string): boolean {
  if (address.length > 60) return true;
  if (!address.includes(':')) return privateV4(numberOf(address));
  const groups = groupsOf(address);
  if (groups === undefined) return true;
  const [first = 0, second = 0] = groups;
  const embedded = (groups[6] ?? 0) * 0x1_0000 + (groups[7] ?? 0);
  const leading = groups.slice(0, 6);
  // ::ffff:0:0/96 is IPv4 itself; 64:ff9b::/96 is how a network without IPv4 reaches it.
  if (leading.join() === '0,0,0,0,0,65535') return privateV4(embedded);
  if (leading.join() === '100,65435,0,0,0,0') return privateV4(embedded);
  if (first < 0x2000 || first > 0x3fff) return true;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return true;
  return first === 0x2002 || (first === 0x3fff && second < 0x1000);
}

function privateV4(value: number | undefined): boolean {
  return (
    value === undefined ||
    INNER_V4.some((range) => {
      const [base = '', bits] = range.split('/');
      const size = 2 ** (32 - Number(bits));
      return Math.floor(value / size) === Math.floor((numberOf(base) ?? 0) / size);
    })
  );
}

function numberOf(dotted: string): number | undefined {
  const parts = dotted.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight groups of an IPv6 address, with `::` and a dotted end written out. */
function groupsOf(address: string): number[] | undefined {
  const plain = address
    .split('%', 1)
    .join('')
    .replace(/(?<![\d.])[\d.]+$/u, (end) => {
      const value = end.includes('.') ? numberOf(end) : undefined;
      return value === undefined
        ? end
        : `${Math.floor(value / 0x1_0000).toString(16)}:${(value % 0x1_0000).toString(16)}`;
    });
  const [left = '', right, more] = plain.split('::');
  if (more !== undefined) return undefined;
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const missing = right === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail];
  if (groups.length !== 8 || !groups.every((group) => /^[\da-f]{1,4}$/iu.test(group)))
    return undefined;
  return groups.map((group) => Number.parseInt(group, 16));
}
