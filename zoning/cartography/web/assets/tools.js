// Measuring, the link to a place, print view, keyboard.

// Local scale of the WGS 84 ellipsoid: metres for a degree of longitude and latitude.
function degreeMetres(lat) {
  const a = 6378137, e2 = 0.00669437999014, s = Math.sin((lat * Math.PI) / 180);
  const w = Math.sqrt(1 - e2 * s * s), rad = Math.PI / 180;
  return [(a / w) * Math.cos((lat * Math.PI) / 180) * rad, ((a * (1 - e2)) / w ** 3) * rad];
}

function pathMetres(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [mx, my] = degreeMetres((points[i].lat + points[i - 1].lat) / 2);
    sum += Math.hypot((points[i].lng - points[i - 1].lng) * mx, (points[i].lat - points[i - 1].lat) * my);
  }
  return sum;
}

function ringSquareMetres(points) {
  if (points.length < 3) return 0;
  const [mx, my] = degreeMetres(points.reduce((s, p) => s + p.lat, 0) / points.length);
  const base = points[0];
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    const p = points[i], q = points[(i + 1) % points.length];
    sum += (p.lng - base.lng) * (q.lat - base.lat) - (q.lng - base.lng) * (p.lat - base.lat);
  }
  return Math.abs((sum / 2) * mx * my);
}

class Measure {
  constructor(app) {
    this.app = app;
    this.on = false;
    this.points = [];
    this.line = L.polygon([], { color: "#111", weight: 2, dashArray: "5 4", fillOpacity: 0.06, interactive: false });
    this.box = el("div", { class: "zoning-measure", role: "status" });
    L.DomEvent.disableClickPropagation(this.box);
  }
  toggle(on = !this.on) {
    const { map } = this.app;
    this.on = on;
    this.points = [];
    map.getContainer().classList.toggle("measuring", on);
    map.doubleClickZoom[on ? "disable" : "enable"]();
    if (on) {
      this.line.setLatLngs([]).addTo(map);
      map.getContainer().append(this.box);
      this.app.panel.aside();
    } else {
      this.line.remove();
      this.box.remove();
    }
    this.say();
  }
  add(latlng) {
    this.points.push(latlng);
    this.line.setLatLngs(this.points);
    this.say();
  }
  say() {
    const t = (key) => this.app.text(key);
    const length = pathMetres(this.points), area = ringSquareMetres(this.points);
    const km = (m) => (m < 1000 ? this.app.number(Math.round(m)) + " m" : this.app.number(m / 1000, 2) + " km");
    const ha = (m) => (m < 1e4 ? this.app.number(Math.round(m)) + " m²"
      : m < 1e6 ? this.app.number(m / 1e4, 2) + " ha" : this.app.number(m / 1e6, 2) + " km²");
    const words = this.points.length < 2 ? t("measure.hint")
      : t("measure.length") + " " + km(length) + (area ? "   " + t("measure.area") + " " + ha(area) : "");
    this.box.replaceChildren(el("span", {}, words),
      el("button", { type: "button", "aria-label": t("close"), title: t("close"), onclick: () => this.toggle(false) }, "×"));
  }
}

// #zoom/lat/lng/figure/layers/language[/layer:row's key]
function hashOf(app) {
  const c = app.map.getCenter(), digits = 6;
  const parts = [app.map.getZoom(), c.lat.toFixed(digits), c.lng.toFixed(digits), app.figure.key,
    [...app.shown].sort().join(","), app.lang];
  if (app.selected) {
    const { layer, row } = app.selected.hits[0];
    parts.push(encodeURIComponent(layer + ":" + app.title(layer, row)));
  }
  return "#" + parts.join("/");
}

// Browsers refuse an address that changes with every frame of a drag: wait until it rests.
function writeHash(app) {
  clearTimeout(app.writing);
  app.writing = setTimeout(() => {
    try {
      history.replaceState(null, "", hashOf(app));
    } catch (error) {
      // A page shown from memory (a notebook) has no address of its own.
    }
  }, 250);
}

function readHash(app) {
  const parts = location.hash.slice(1).split("/");
  if (parts.length < 3) return false;
  const [zoom, lat, lng] = parts.slice(0, 3).map(Number);
  if (![zoom, lat, lng].every(Number.isFinite)) return false;
  app.map.setView([lat, lng], zoom, { animate: false });
  const figure = app.options.figures.find((f) => f.key === parts[3]);
  if (figure) app.figure = figure;
  if (parts[4] !== undefined) app.shown = new Set(parts[4].split(",").filter(Boolean));
  if (app.options.languages.includes(parts[5])) app.lang = parts[5];
  if (parts[6]) {
    const [layer, ...rest] = decodeURIComponent(parts[6]).split(":");
    app.wanted = { layer, key: rest.join(":") };
  }
  return true;
}

function bindKeys(app) {
  const box = app.map.getContainer();
  box.setAttribute("tabindex", "0");
  box.setAttribute("role", "application");
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === "/") {
      app.panel.input.focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (app.measure.on) app.measure.toggle(false);
      else app.select(null);
    } else if (event.key === "m") app.measure.toggle();
    else if (event.key === "0") app.home();
    else if (event.key === "Enter" && event.target === box) {
      const centre = app.map.containerPointToLatLng(app.middle());
      if (app.measure.on) app.measure.add(centre);
      else app.pick(centre);
    }
  });
}

// The map at the size of an A4 page across, with title, legend and notes; then back again.
function printView(app, run) {
  const box = app.map.getContainer(), before = app.map.getBounds();
  // What is printed is what one sees beside the panel.
  const size = app.map.getSize(), beside = app.panel.open && !app.narrow();
  const left = beside ? app.panel.root.offsetWidth + 10 : 0;
  const seen = L.latLngBounds(app.map.containerPointToLatLng([left, 0]), app.map.containerPointToLatLng(size));
  const bounds = seen.contains(app.extent) ? app.extent : seen, snap = app.map.options.zoomSnap;
  app.map.options.zoomSnap = 0.25;
  box.classList.add("printing");
  app.map.invalidateSize({ animate: false });
  app.map.fitBounds(bounds, { animate: false });
  const sheet = el("div", { class: "zoning-sheet" },
    el("h1", { dir: "auto" }, app.options.title || app.text("title")),
    el("div", { class: "zoning-sheet-legend" }, el("b", {}, app.text("figure." + app.figure.key)),
      app.panel.legend.querySelector("ul").cloneNode(true)),
    el("p", {}, app.options.made ? app.text("made") + " " + app.options.made : ""));
  // A cloned canvas is empty: paint the swatches again.
  sheet.querySelectorAll("canvas").forEach((c, i) => c.replaceWith(swatch({ ...app.figure.classes[i], line: "#777" })));
  box.append(sheet);
  const back = () => {
    window.removeEventListener("afterprint", back);
    box.classList.remove("printing");
    app.map.options.zoomSnap = snap;
    sheet.remove();
    app.map.invalidateSize({ animate: false });
    app.map.fitBounds(before, { animate: false });
  };
  window.addEventListener("afterprint", back);
  setTimeout(() => {
    app.labels.redraw();
    run();
  }, 400);
}
