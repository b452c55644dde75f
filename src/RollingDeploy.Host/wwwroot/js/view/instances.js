// Draws a fleet instance by instance. Each state has a sign and a pattern, and not only a color.
import { h } from "../dom.js";
import { percent } from "../time.js";

/** @typedef {import("../types.js").Fleet} Fleet */
/** @typedef {import("../model/journal.js").Side} Side */
/** @typedef {"booting" | "serving" | "baking" | "idle" | "draining" | "gone"} Look */
/** @typedef {{ id: string, look: Look }} Tile */
/** @typedef {{ name: string, detail: string, tiles: Tile[] }} TileGroup */

/** @type {Record<Look, { sign: string, text: string }>} */
const LOOKS = {
  booting: { sign: "↑", text: "launching" },
  serving: { sign: "●", text: "in service" },
  baking: { sign: "◐", text: "baking" },
  idle: { sign: "○", text: "in service, no traffic" },
  draining: { sign: "↓", text: "draining" },
  gone: { sign: "×", text: "gone" },
};

// More than this are a number.
const MOST_TILES = 120;

/** Returns the instances of a fleet by their variants. @param {Fleet} fleet @param {boolean} isNew @param {boolean} isBaking */
export function groupsOf(fleet, isNew, isBaking) {
  return fleet.variants.map(variant => {
    const active = isNew ? Math.round(fleet.trafficShare * variant.fullSize) : variant.instances.length;
    let serving = 0;
    const tiles = variant.instances.map(({ id, state }) => {
      const takes = state === "inService" && (variant.shadow || serving++ < active) && fleet.trafficShare > 0;
      return { id, look: lookOf(state, takes, isNew && isBaking) };
    });
    const detail = [variant.instanceType, variant.shadow && "shadow"].filter(Boolean).join(", ");
    return { name: variant.name, detail, tiles };
  });
}

/** @param {string} state @param {boolean} takes @param {boolean} isBaking @returns {Look} */
function lookOf(state, takes, isBaking) {
  return state === "provisioning" ? "booting"
    : state === "draining" ? "draining"
    : !takes ? "idle"
    : isBaking ? "baking" : "serving";
}

/**
 * Returns the instances of a fleet in a replay, where the journal knows only their numbers.
 * @param {Side} side
 * @param {number} fullSize The number of new instances that take all traffic; 0 for the old fleet, of which all take the rest.
 * @param {boolean} isBaking
 */
export function groupsOfSide(side, fullSize, isBaking) {
  const [total, isNew] = [side.instances, fullSize > 0];
  const active = isNew ? Math.round(side.share * fullSize) : side.share > 0 ? side.inService : 0;
  /** @type {Tile[]} */
  const tiles = [];
  for (let i = 0; i < total; i++) {
    const state = i < side.inService ? "inService" : side.isRetiring ? "draining" : "provisioning";
    tiles.push({ id: `instance ${i + 1}`, look: lookOf(state, i < active, isNew && isBaking) });
  }

  return [{ name: "", detail: "", tiles }];
}

/**
 * @param {string} role Such as "Old fleet".
 * @param {string} side "old" or "new".
 * @param {string} config
 * @param {number} share
 * @param {TileGroup[]} groups
 * @param {number} gone
 */
export function fleet(role, side, config, share, groups, gone) {
  const all = groups.flatMap(group => group.tiles);
  const serving = all.filter(tile => tile.look !== "booting" && tile.look !== "draining").length;
  return h("article", { class: `fleet ${side}`, key: side, "aria-label": `${role}: ${config}` },
    h("header", { class: "fleet-head" },
      h("div", {}, h("p", { class: "eyebrow" }, role), h("h3", { class: "name" }, config || "—")),
      h("p", { class: "fleet-share" }, h("strong", {}, percent(share)), " of traffic")),
    groups.map(group => h("div", { class: "variant", key: group.name },
      group.name && h("p", { class: "variant-name" }, group.name, group.detail && h("span", {}, group.detail)),
      h("ul", { class: "tiles" }, group.tiles.slice(0, MOST_TILES).map(tile)),
      group.tiles.length > MOST_TILES && h("p", { class: "hint" }, `and ${group.tiles.length - MOST_TILES} more`))),
    gone > 0 && h("ul", { class: "tiles gone-tiles", key: "gone", "aria-label": `${gone} gone` },
      Array.from({ length: Math.min(gone, MOST_TILES) }, (_, i) => tile({ id: `gone ${i + 1}`, look: "gone" }))),
    h("p", { class: "hint fleet-count" }, `${serving} of ${all.length} in service${gone > 0 ? `, ${gone} gone` : ""}`));
}

/** @param {Tile} each */
function tile(each) {
  const { sign, text } = LOOKS[each.look];
  const label = each.look === "gone" ? "gone" : `${each.id}: ${text}`;
  return h("li", { key: each.id, class: `tile ${each.look}`, title: label },
    h("span", { "aria-hidden": "true" }, sign), h("span", { class: "hidden" }, label));
}

/** What the signs mean. */
export const legend = () => h("ul", { class: "legend", "aria-label": "Signs of instances" },
  Object.entries(LOOKS).map(([look, { sign, text }]) =>
    h("li", { key: look }, h("span", { class: `tile small ${look}`, "aria-hidden": "true" }, sign), text)));
