// Folds changes of instances into the fleets of an endpoint.

/** @typedef {import("../types.js").EndpointView} EndpointView */
/** @typedef {import("../types.js").Fleet} Fleet */

/** @type {Record<string, import("../types.js").InstanceState>} */
const STATES = { Ordered: "provisioning", InService: "inService", Draining: "draining" };

/**
 * @param {EndpointView} view
 * @param {{ variant: string, side: "Old" | "New", change: string, ids: string[] }} changed
 */
export function changeInstances(view, changed) {
  const fleet = fleetOf(view, changed.side);
  let variant = fleet.variants.find(each => each.name === changed.variant);
  if (!variant) {
    variant = { name: changed.variant, shadow: false, weight: 1, fullSize: 0, active: 0, instances: [] };
    fleet.variants.push(variant);
  }

  const state = STATES[changed.change];
  const ids = new Set(changed.ids);
  const known = new Set(variant.instances.map(each => each.id));
  variant.instances = state
    ? variant.instances.map(each => ids.has(each.id) ? { ...each, state } : each)
      .concat(changed.ids.filter(id => !known.has(id)).map(id => ({ id, state })))
    : variant.instances.filter(each => !ids.has(each.id));
}

/** @param {EndpointView} view @param {"Old" | "New"} side @returns {Fleet} */
function fleetOf(view, side) {
  const name = side === "Old" ? "current" : "pending";
  return view[name] ??= { config: "", trafficShare: 0, variants: [] };
}

/** Notes the traffic shares of an event. @param {EndpointView} view @param {any} data */
export function changeShares(view, data) {
  for (const [name, snapshot] of /** @type {const} */ ([["current", data.old], ["pending", data.new]])) {
    if (snapshot) {
      const fleet = view[name] ??= { config: snapshot.configName, trafficShare: 0, variants: [] };
      fleet.config = snapshot.configName;
      fleet.trafficShare = snapshot.trafficShare;
    }
  }
}
