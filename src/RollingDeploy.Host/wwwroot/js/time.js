// Virtual time: a clock that counts on from the last message of the server, and how times are written.

/**
 * @typedef {object} ClockState
 * @property {string} now
 * @property {"real" | "scaled" | "frozen" | "skip"} mode
 * @property {number} speed
 * @property {boolean} [isStopped]
 * @property {string} [stopAt]
 * @property {number} behindSeconds
 * @property {string} [nextEvent]
 */

export class VirtualClock {
  /** @type {ClockState | null} */
  state = null;

  #base = 0;
  #at = 0;

  /** The virtual seconds in a real second. */
  get rate() {
    const state = this.state;
    return !state || state.isStopped || state.mode === "frozen" ? 0 : state.mode === "scaled" ? state.speed : 1;
  }

  /** The virtual time in milliseconds since 1970. */
  get now() {
    return this.#base + (performance.now() - this.#at) * this.rate;
  }

  /** @param {ClockState} state @param {number} age How old it is, in milliseconds. */
  set(state, age) {
    this.state = state;
    this.#set(Date.parse(state.now) + age * this.rate);
  }

  /** Notes that something has happened at a time, so it is at least this time. @param {number} time */
  see(time) {
    if (time > this.now) {
      this.#set(time);
    }
  }

  /** @param {number} now */
  #set(now) {
    this.#base = now;
    this.#at = performance.now();
  }
}

/** @param {number} time @returns {string} Such as 19:01:07. */
export const clockTime = time => new Date(time).toISOString().slice(11, 19);

/** @param {number} time @returns {string} Such as 2026-11-27. */
export const date = time => new Date(time).toISOString().slice(0, 10);

/** @param {number} time @returns {string} Such as 2026-11-27 19:01:07. */
export const dateTime = time => `${date(time)} ${clockTime(time)}`;

/** @param {number} seconds @returns {string} A countdown, such as 4:05 or 1:02:03. */
export function countdown(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  const [hours, minutes] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60)];
  const rest = String(left % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** @param {number} seconds @returns {string} A duration, such as 45 s, 5 min or 1 h 20 min. */
export function duration(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }

  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0
    ? `${hours} h${minutes > 0 ? ` ${minutes} min` : ""}`
    : `${minutes} min${rest > 0 ? ` ${rest} s` : ""}`;
}

/** @param {number} share From 0 to 1. @returns {string} Such as 25 %. */
export const percent = share => `${Math.round(share * 1000) / 10} %`;
