import { codedError } from '../coded-error.ts';
import { addressFinder, isAddressTable, type FindAddress } from './address-table.ts';
import type { Geocoder } from './geocoder.ts';

/**
 * Finds addresses in the town's own table, which is loaded with the first question; what is asked never leaves the page.
 *
 * @param url address of an `AddressTable` as JSON
 */
export function tableGeocoder(url: string): Geocoder {
  let finder: Promise<FindAddress> | undefined;
  return {
    async find(query) {
      finder ??= loadFinder(url);
      try {
        return (await finder)(query);
      } catch (error) {
        finder = undefined; // asked again with the next question
        throw error;
      }
    },
  };
}

async function loadFinder(url: string): Promise<FindAddress> {
  const response = await fetch(url);
  const table: unknown = response.ok ? await response.json() : undefined;
  if (isAddressTable(table)) return addressFinder(table);
  throw codedError(
    'disaster-map/geocoder-failed',
    `${response.status} ${url} is no table of addresses; it is made by @yokoten/disaster-map/build from data/address.csv`,
  );
}
