import type { NearStrings } from './near-ja.ts';

export const nearEn: NearStrings = {
  nearFind: 'Find shelters near me',
  nearFindPlace: 'Find places near me',
  nearOther: 'Start from an address or the map',
  nearAsking: 'Looking for your position.',
  nearFromPosition: 'Nearest to your position first.',
  nearFromMap: 'Nearest to the middle of the map first.',
  nearFromPoint: 'Nearest first, from the point chosen on the map.',
  nearHere: 'Find what is near this point',
  nearFromAddress: (label) => `Nearest to ${label} first.`,
  nearAccuracy: (distance) => `Your position may be off by about ${distance}.`,
  nearFirst: (name, far) => `The nearest is ${name}, ${far}.`,
  nearFitsFirst: (hazard) => `Places designated for this hazard come first: ${hazard}.`,
  nearNoneFits: (hazard) => `No place here is designated for this hazard: ${hazard}.`,
  nearFar: 'All places of this map are far away.',
  nearHow: 'Distances are straight lines, not the way on foot. Times are for 80 m a minute.',
  nearDistance: (value, unit) => `${value.toLocaleString('en')} ${unit}`,
  nearWalk: (distance, minutes) =>
    `${distance} in a straight line, about ${duration(minutes)} on foot`,
  nearElsewhere: 'Start from somewhere else',
  nearUsePosition: 'Use my position',
  nearUseMap: 'Use the middle of the map',
  nearAddress: 'Use an address',
  nearAddresses: 'List of addresses',
  nearAddressHint: 'Name of a town block',
  nearSearch: 'Find',
  nearAddressNone: 'This address was not found. Try a shorter name.',
  nearAddressFailed: 'The list of addresses could not be loaded. Please try again.',
  nearChoose: 'Choose the nearest address.',
  nearRefused: 'There is no permission to use your position.',
  nearUnavailable: 'Your position is not known.',
  nearTimeout: 'Finding your position took too long.',
  nearFaultHint: 'There are other ways to search, and the list works as before.',
  nearStop: 'Stop sorting by distance',
  nearClose: 'Close',
  nearNeeds: 'What you need',
  nearNeed: { 'step-free': 'Step-free, wheelchair', pets: 'Pets' },
  nearAnswer: { yes: 'possible', unknown: 'not known', no: 'not possible' },
  nearNeedSaid: (need, answer) => `${need}: ${answer}`,
  nearWay: 'Get there',
  nearWayApp: 'Open in a map app',
  nearWayWeb: 'Show the way in Google Maps',
  nearWayNote: 'This opens another app. It is told the position of this place, nothing else.',
};

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60).toLocaleString('en')} h`;
  return rest === 0 ? hours : `${hours} ${rest} min`;
}
