// The dashboard: which page is shown, what it follows, and when it is drawn.
import { queryOf, root } from "./api.js";
import { h, render } from "./dom.js";
import { connect } from "./live/connection.js";
import { Feed } from "./live/feed.js";
import { EndpointModel } from "./model/endpoint.js";
import { EndpointsModel } from "./model/endpoints.js";
import { EndpointPage } from "./page/endpoint.js";
import { ListPage } from "./page/list.js";
import { ReplayModel, ReplayPage } from "./page/replay.js";
import { restoreTheme } from "./theme.js";
import { VirtualClock } from "./time.js";
import { whenResized } from "./view/chart.js";
import { clockBar } from "./view/clock.js";
import { header, lostNote } from "./view/header.js";
import { Refresh } from "./refresh.js";

// Countdowns and charts go on by themselves, in milliseconds.
const BETWEEN_TICKS = 250;

const target = /** @type {HTMLElement} */ (document.getElementById("app"));
const clock = new VirtualClock();
const app = { changed: draw, sync: () => void feed.sync() };

/** @type {any} The page that is shown; each has a model. */
let page = pageOf(location.hash);
const feed = new Feed(page.model, clock, changed);
const refresh = new Refresh(feed, clock, draw);
let isDrawing = false;

/** @param {string} hash */
function pageOf(hash) {
  const [place, name, deployments, id] = hash.replace(/^#\/?/, "").split("/").map(decode);
  return place !== "endpoints" || !name ? new ListPage(new EndpointsModel(), app)
    : deployments === "deployments" && id ? new ReplayPage(new ReplayModel(name, id), app)
    : new EndpointPage(new EndpointModel(name), app);
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The model may ask to be read again, because events do not say everything.
function changed() {
  refresh.look(page.model);
  draw();
}

// All changes until the next frame are drawn together.
function draw() {
  if (!isDrawing) {
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      drawNow();
    });
  }
}

function drawNow() {
  document.title = `${page.title} – RollingDeploy`;
  render(target,
    h("a", { class: "skip", href: "#content", key: "skip", onClick: skip }, "Skip to the content"),
    h("div", { class: "head", key: "head" },
      header(feed.state, draw),
      clockBar(clock, draw, () => page.toTheEnd())),
    lostNote(feed.state, feed.problem),
    h("main", { id: "content", key: "main", tabindex: -1 }, feed.isReady ? page.view(clock.now)
      : h("p", { class: "loading", key: "loading" }, "Loading …")));
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

addEventListener("hashchange", () => {
  page.close?.();
  page = pageOf(location.hash);
  void feed.show(page.model);
  document.getElementById("content")?.focus({ preventScroll: true });
  scrollTo(0, 0);
  draw();
});
whenResized(draw);
restoreTheme();
setInterval(() => {
  if (document.visibilityState === "visible" && clock.rate > 0) {
    refresh.look(page.model);
    draw();
  }
}, BETWEEN_TICKS);
connect(`${root}/_rollingdeploy/events${queryOf({ clock: "true" })}`, heard => feed.hear(heard));
draw();
