/**
 * Code of what `repair` mends (in patches) or leaves as it is (in findings); the same code where one kind of dirt is
 * mended when it is certain and flagged when it is not.
 */
export type RepairCode = `open-data/${string}`;
