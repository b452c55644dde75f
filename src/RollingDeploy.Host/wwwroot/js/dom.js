// Builds the page from plain descriptions of elements, and changes only what is different from the last time. Texts are always
// text nodes, so a name that contains HTML is shown and never run.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {object} VNode
 * @property {string} tag The name of the element; empty for a text.
 * @property {string | null} key Identifies a child among its siblings.
 * @property {Record<string, any>} props
 * @property {VNode[]} children
 * @property {string} text
 * @property {any} node The element or text node on the page.
 */

/**
 * Describes an element. `on…` properties are listeners, `style` is an object, and `after` is called with the element after each
 * change.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...any} children
 * @returns {VNode}
 */
export function h(tag, props, ...children) {
  const { key = null, ...rest } = props ?? {};
  return { tag, key: key === null ? null : String(key), props: rest, children: flatten(children), text: "", node: null };
}

/** @param {any[]} children @returns {VNode[]} */
function flatten(children) {
  /** @type {VNode[]} */
  const all = [];
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === true) {
      continue;
    }

    all.push(typeof child === "object"
      ? child
      : { tag: "", key: null, props: {}, children: [], text: String(child), node: null });
  }

  return all;
}

/** @type {WeakMap<Element, VNode[]>} */
const rendered = new WeakMap();

/**
 * Shows elements inside of another one.
 * @param {Element} root
 * @param {...any} children
 */
export function render(root, ...children) {
  const before = rendered.get(root);
  if (!before) {
    root.replaceChildren();
  }

  const after = flatten(children);
  patchChildren(root, before ?? [], after);
  rendered.set(root, after);
}

/** @param {Element} parent @param {VNode[]} before @param {VNode[]} after */
function patchChildren(parent, before, after) {
  const keyed = new Map(before.filter(each => each.key !== null).map(each => [each.key, each]));
  const loose = before.filter(each => each.key === null);
  let next = 0;
  const kept = new Set();
  for (const each of after) {
    const old = each.key === null ? loose[next++] : keyed.get(each.key);
    if (old && old.tag === each.tag && !kept.has(old)) {
      kept.add(old);
      patch(old, each);
    } else {
      each.node = create(each, parent);
    }
  }

  for (const old of before) {
    if (!kept.has(old)) {
      old.node.remove();
    }
  }

  /** @type {Node | null} */
  let place = parent.firstChild;
  for (const each of after) {
    if (each.node === place) {
      place = place?.nextSibling ?? null;
    } else {
      parent.insertBefore(each.node, place);
    }
  }

  for (const each of after) {
    each.props.after?.(each.node);
  }
}

/** @param {VNode} each @param {Element} parent @returns {Node} */
function create(each, parent) {
  if (each.tag === "") {
    return document.createTextNode(each.text);
  }

  const isSvg = each.tag === "svg" || (parent.namespaceURI === SVG && parent.tagName !== "foreignObject");
  const element = isSvg ? document.createElementNS(SVG, each.tag) : document.createElement(each.tag);
  patchChildren(element, [], each.children);
  patchProps(element, {}, each.props);
  return element;
}

/** @param {VNode} old @param {VNode} each */
function patch(old, each) {
  each.node = old.node;
  if (each.tag === "") {
    if (old.text !== each.text) {
      each.node.data = each.text;
    }

    return;
  }

  patchChildren(each.node, old.children, each.children);
  patchProps(each.node, old.props, each.props);
}

// What a user has typed is kept: these are set only if the description itself changes.
const LIVE = new Set(["value", "checked", "open", "selected"]);

/** @param {any} element @param {Record<string, any>} before @param {Record<string, any>} after */
function patchProps(element, before, after) {
  for (const name of Object.keys({ ...before, ...after })) {
    const [old, value] = [before[name], after[name]];
    if (name === "after" || old === value) {
      continue;
    }

    if (name === "style") {
      patchStyle(element.style, old ?? {}, value ?? {});
    } else if (name.startsWith("on")) {
      element[name.toLowerCase()] = value ?? null;
    } else if (LIVE.has(name)) {
      element[name] = value ?? "";
    } else if (value === undefined || value === null || value === false) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/** @param {CSSStyleDeclaration} style @param {Record<string, string>} before @param {Record<string, string>} after */
function patchStyle(style, before, after) {
  for (const name of Object.keys({ ...before, ...after })) {
    if (before[name] !== after[name]) {
      style.setProperty(name, after[name] ?? "");
    }
  }
}
