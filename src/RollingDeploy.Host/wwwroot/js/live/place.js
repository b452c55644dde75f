// Places in the log of events: the epoch of the account, and the number of an event in it, such as 2-17.

/**
 * Compares two places. Returns a number less than 0 if the first one is earlier.
 * @param {string} one
 * @param {string} other
 */
export function comparePlaces(one, other) {
  const [a, b] = [one.split("-").map(Number), other.split("-").map(Number)];
  return a[0] - b[0] || a[1] - b[1];
}

/** @param {string} place @returns {number} */
export const epochOf = place => Number(place.split("-")[0]);

/** Returns a place some events earlier in the same epoch. @param {string} place @param {number} count */
export function placeBefore(place, count) {
  const [epoch, sequence] = place.split("-").map(Number);
  return `${epoch}-${Math.max(0, sequence - count)}`;
}
