// The theme: that of the system, unless the user has chosen another one.
const NAMES = ["system", "light", "dark"];
const KEY = "rollingdeploy-theme";

/** The theme that is chosen. */
export const theme = () => document.documentElement.dataset.theme ?? NAMES[0];

/** Applies the theme that was chosen before. */
export function restoreTheme() {
  set(readStored());
}

/** Goes on to the next theme. */
export function nextTheme() {
  const next = NAMES[(NAMES.indexOf(theme()) + 1) % NAMES.length];
  set(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage can be turned off. Then the choice is for this page only.
  }
}

function readStored() {
  try {
    return localStorage.getItem(KEY) ?? NAMES[0];
  } catch {
    return NAMES[0];
  }
}

/** @param {string} name */
function set(name) {
  if (NAMES.includes(name)) {
    document.documentElement.dataset.theme = name;
  }
}
