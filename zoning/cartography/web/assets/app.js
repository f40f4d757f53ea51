// Joins data, painter, labels, panel and tools into one map.

class ZoningMap {
  constructor(map, options) {
    this.map = map;
    this.options = options;
    this.lang = options.lang;
    this.figure = options.figures[0];
    this.layers = {};
    this.shown = new Set(options.shown);
    this.selected = null;
  }
  async start(first, later) {
    const data = await unpack(take(first));
    this.place = new Place(data.origin, data.step);
    this.layers = data.layers;
    this.extent = this.place.box(this.layers.zones.index.extent || [0, 0, 1, 1]);
    this.measure = new Measure(this);
    this.credit();
    this.panel = new Panel(this);
    if (!readHash(this)) this.home();
    L.control.scale({ position: "bottomright", maxWidth: 160, imperial: false }).addTo(this.map);
    this.painter = this.options.drawn
      ? new FoliumPainter(this.map, this.place, this.options.drawn, (zoom) => this.rules(zoom))
      : new CanvasPainter(this.place, (zoom) => this.rules(zoom),
        { maxZoom: 22, updateWhenZooming: false, keepBuffer: 1 }).addTo(this.map);
    if (this.options.basemap) this.base = baseLayer(this.map, this.options.basemap);
    this.showBase();
    // Zones first: the panel and the labels come with the next picture.
    await painted();
    window.zoningStats.painted = performance.now();
    this.panel.build();
    this.labels = new LabelLayer(this).addTo(this.map);
    this.tip = el("div", { class: "zoning-tip", role: "tooltip" });
    this.map.getContainer().append(this.tip);
    this.bind();
    bindKeys(this);
    if (later) await this.more(later);
    this.openWanted();
    window.zoningStats.done = performance.now();
    this.map.getContainer().dataset.ready = "yes";
  }
  // Whose data, and the notice that every map of this census carries.
  credit() {
    const control = this.map.attributionControl, { attribution, notice } = this.options;
    for (const text of this.credits || []) control.removeAttribution(text);
    this.credits = [attribution, notice && notice[this.lang]].filter(Boolean)
      .map((text) => el("span", { dir: "auto" }, text).outerHTML);
    for (const text of this.credits) control.addAttribution(text);
  }
  async more(id) {
    await new Promise((next) => setTimeout(next, 30));
    Object.assign(this.layers, (await unpack(take(id))).layers);
    this.panel.build();
    this.redraw();
  }
  // -- words and numbers
  text(key) {
    const words = this.options.texts[this.lang];
    return key in words ? words[key] : key.split(".").pop();
  }
  number(value, digits = 0) {
    const key = this.lang + digits;
    this.formats = this.formats || {};
    if (!this.formats[key])
      this.formats[key] = new Intl.NumberFormat(this.lang === "zh" ? "zh-CN" : "en", { maximumFractionDigits: digits });
    return this.formats[key].format(value);
  }
  show(column, value) {
    if (value === null || value === undefined || value === "") return "–";
    if (/^(in_range|waived)$/.test(column)) return this.text(String(value));
    if (typeof value === "string") {
      const key = "val." + column + "." + value;
      return key in this.options.texts[this.lang] ? this.text(key) : value;
    }
    if (/_share$|^compactness$/.test(column))
      return column === "compactness" ? this.number(value, 2) : this.number(value * 100, 1) + " %";
    if (/_m2$/.test(column))
      return value < 1e4 ? this.number(value, value < 10 ? 2 : 0) + " m²"
        : value < 1e6 ? this.number(value / 1e4, 2) + " ha" : this.number(value / 1e6, 2) + " km²";
    if (/_m$/.test(column)) return this.number(value, 2) + " m";
    return this.number(value, 2);
  }
  classText(c) {
    return this.text("class." + c.key).replace("{a}", c.a === undefined ? "" : this.number(c.a, 2))
      .replace("{b}", c.b === undefined ? "" : this.number(c.b, 2));
  }
  title(layer, row) {
    return String(this.layers[layer].get(this.options.keys[layer], row) ?? "");
  }
  fields(layer, row) {
    const out = [];
    const from = this.layers[layer];
    for (const column of this.options.fields[layer] || []) {
      const value = from.get(column + "_" + this.lang, row) ?? from.get(column, row);
      if (value === null || value === undefined) continue;
      out.push([this.text("col." + column), this.show(column, value)]);
    }
    return out;
  }
  // -- what is drawn
  rules(zoom) {
    const out = [];
    for (const entry of this.options.paint) {
      const layer = this.layers[entry.layer];
      if (!layer || !layer.geometry || !this.shown.has(entry.toggle) || zoom < entry.from) continue;
      const figure = this.figure;
      if (entry.fill) {
        // Close by, buildings and streets matter more than the colour under them.
        const over = this.options.basemap && this.shown.has("basemap");
        const alpha = over ? 0.45 : zoom >= this.options.pale ? 0.5 : 1;
        out.push({ layer, classOf: (i) => layer.get("class_" + figure.key, i),
          style: (key) => ({ ...figure.classes[key], alpha }) });
      } else {
        const styles = entry.styles;
        out.push({ layer, mark: entry.mark, pixels: entry.pixels,
          classOf: entry.by ? (i) => Math.max(0, styles.findIndex((s) => s.value === layer.get(entry.by, i))) : null,
          style: (key, z) => ({ ...styles[key], width: (styles[key].width || 0) * (z < 13 ? 0.6 : z > 16 ? 1.4 : 1) }) });
      }
    }
    return out;
  }
  toggles() {
    const seen = new Map();
    for (const entry of this.options.paint) {
      if (!this.layers[entry.layer] || !this.layers[entry.layer].n) continue;
      const style = entry.fill ? this.figure.classes[Math.min(3, this.figure.classes.length - 1)] : entry.by === "kind" ? { lines: entry.styles.slice(1, 4) } : entry.styles[entry.sample];
      if (!seen.has(entry.toggle)) seen.set(entry.toggle, { key: entry.toggle, style, from: entry.from > 0 });
    }
    const labels = { key: "labels", style: { line: "#333", width: 0.01 }, from: false };
    const base = { key: "basemap", style: { colour: "#cfd8cf" }, from: false };
    return [...seen.values(), labels, ...(this.options.basemap ? [base] : [])];
  }
  labelKinds(zoom) {
    const out = [];
    if (!this.shown.has("labels")) return out;
    const { townships, districts, zones, buildings } = this.layers;
    const bold = (px) => "600 " + px + "px system-ui, sans-serif", plain = (px) => px + "px system-ui, sans-serif";
    if (townships && this.shown.has("townships") && zoom < 15)
      out.push({ layer: townships, font: bold(14), colour: "#1b1b1b", text: (i) => clip(townships.get("name", i) || townships.get("area_code", i)) });
    if (buildings && this.shown.has("buildings") && zoom >= 17)
      out.push({ layer: buildings, font: bold(11), colour: "#ffffff", halo: "#3d3326", fit: 0.8, text: (i) => String(buildings.get("number", i) ?? "") });
    if (districts && this.shown.has("districts") && zoom >= 12)
      out.push({ layer: districts, font: bold(12), colour: "#5a2350", fit: 0.8, text: (i) => clip(districts.get("name", i) || districts.get("district_code", i)) });
    if (zones && this.shown.has("zones") && zoom >= 13)
      out.push({ layer: zones, font: plain(12), colour: "#102a43", fit: 1.1, text: (i) => zones.get("zone_code", i).slice(-this.options.zoneDigits) });
    return out;
  }
  classCounts() {
    const zones = this.layers.zones, counts = this.figure.classes.map(() => 0);
    for (let i = 0; i < zones.n; i++) {
      const c = zones.get("class_" + this.figure.key, i);
      if (c !== null) counts[c]++;
    }
    return counts;
  }
  showBase() {
    if (this.base) this.base[this.shown.has("basemap") ? "addTo" : "removeFrom"](this.map);
  }
  redraw() {
    this.showBase();
    this.painter.redraw();
    this.labels.redraw();
    writeHash(this);
  }
  setFigure(key) {
    this.figure = this.options.figures.find((f) => f.key === key) || this.figure;
    this.panel.drawLegend();
    this.redraw();
  }
  toggle(key, on) {
    this.shown[on ? "add" : "delete"](key);
    this.redraw();
  }
  nextLanguage() {
    const all = this.options.languages;
    this.lang = all[(all.indexOf(this.lang) + 1) % all.length];
    document.documentElement.lang = this.lang;
    this.credit();
    this.panel.build();
    this.redraw();
  }
  // -- finding and moving
  search(words) {
    const wanted = words.trim().toLowerCase(), found = [];
    if (!wanted) return found;
    for (const [name, columns] of this.options.search) {
      const layer = this.layers[name];
      if (!layer) continue;
      const ranks = [[], [], []];
      for (let i = 0; i < layer.n; i++) {
        let rank = 3;
        for (const column of columns) {
          const value = layer.get(column, i);
          if (!value) continue;
          const text = value.toLowerCase();
          if (text === wanted) rank = 0;
          else if (text.startsWith(wanted)) rank = Math.min(rank, 1);
          else if (text.includes(wanted)) rank = Math.min(rank, 2);
        }
        if (rank < 3 && ranks[rank].length < 12) ranks[rank].push(i);
      }
      ranks.forEach((rows, rank) => rows.forEach((row) => found.push({ layer: name, row, rank, label: this.name(name, row) })));
    }
    return found.sort((a, b) => a.rank - b.rank).slice(0, 12);
  }
  name(layer, row) {
    const name = this.layers[layer].get("name", row), code = this.title(layer, row);
    return name && layer !== "buildings" ? code + "  " + name : code;
  }
  go(layer, row) {
    const g = this.layers[layer].geometry;
    const b = g && g.box.subarray(4 * row, 4 * row + 4);
    this.select([{ layer, row }]);
    if (b && b[0] <= b[2]) this.fit(this.place.box(b), layer === "buildings" ? 19 : 18);
  }
  goTable(row) {
    if (row.bounds) this.fit(L.latLngBounds(row.bounds), 17);
  }
  home(animate) {
    this.fit(this.extent, 18, animate);
  }
  fit(bounds, maxZoom, animate = false) {
    this.panel.aside();
    const left = this.panel.open && !this.narrow() ? this.panel.root.offsetLeft + this.panel.root.offsetWidth + 24 : 10;
    const header = this.panel.root.querySelector("header");
    const top = this.narrow() ? (header ? header.offsetHeight : 50) + 70 : 10;
    const sheet = this.narrow() && this.panel.card ? this.panel.card.offsetHeight : 0;
    this.map.fitBounds(bounds, { paddingTopLeft: [left, top], paddingBottomRight: [10, 30 + sheet], maxZoom, animate });
  }
  middle() {
    return this.map.getSize().divideBy(2);
  }
  narrow() {
    return this.map.getSize().x < 640;
  }
  // -- pointing
  hits(latlng) {
    const [x, y] = this.place.point(latlng), zoom = this.map.getZoom();
    const reach = 7 / this.place.scale(zoom).k, out = [], rules = this.rules(zoom);
    for (const name of this.options.pick) {
      if (!rules.some((r) => r.layer === this.layers[name])) continue;
      const rows = rowsAt(this.layers[name], x, y, name === "zones" ? 0 : reach);
      out.push(...rows.slice(0, name === "zones" ? 40 : 3).map((row) => ({ layer: name, row })));
    }
    return out;
  }
  bind() {
    let waiting = false;
    this.map.on("mousemove", (event) => {
      if (waiting || this.measure.on) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.hover(event);
      });
    });
    this.map.on("mouseout movestart", () => (this.tip.style.display = "none"));
    this.map.on("click", (event) => (this.measure.on ? this.measure.add(event.latlng) : this.pick(event.latlng)));
    this.map.on("moveend", () => writeHash(this));
    // Printing from the browser's menu gives the same sheet as the button.
    window.addEventListener("beforeprint", () => {
      if (!this.map.getContainer().classList.contains("printing")) printView(this, () => {});
    });
    let narrow = this.narrow();
    this.map.on("resize", () => {
      if (narrow === this.narrow() || this.map.getContainer().classList.contains("printing")) return;
      narrow = !narrow;
      this.panel.open = !narrow;
      this.panel.build();
    });
  }
  hover(event) {
    const hit = this.hits(event.latlng)[0];
    this.tip.style.display = hit ? "block" : "none";
    if (!hit) return;
    const lines = this.fields(hit.layer, hit.row).slice(0, 4).map(([name, value]) => el("div", {}, name + ": " + value));
    this.tip.replaceChildren(el("b", { dir: "auto" }, this.text("one." + hit.layer) + " " + this.title(hit.layer, hit.row)), ...lines);
    const size = this.map.getSize(), p = event.containerPoint;
    this.tip.style.left = Math.min(p.x + 14, size.x - this.tip.offsetWidth - 6) + "px";
    this.tip.style.top = Math.min(p.y + 14, size.y - this.tip.offsetHeight - 6) + "px";
  }
  pick(latlng) {
    const hits = this.hits(latlng);
    this.select(hits.length ? hits : null);
  }
  select(hits) {
    if (this.mark) this.mark.remove();
    this.mark = null;
    this.selected = hits ? { hits } : null;
    if (hits) this.mark = this.outline(hits[0]).addTo(this.map);
    this.panel.showCard(hits || []);
    writeHash(this);
  }
  outline({ layer, row }) {
    const g = this.layers[layer].geometry, group = L.featureGroup();
    if (!g) return group;
    for (let r = g.ring[row]; r < g.ring[row + 1]; r++) {
      const points = [];
      for (let v = g.vertex[r]; v < g.vertex[r + 1]; v++) points.push(this.place.latLng(g.x[v], g.y[v]));
      const look = { color: "#d4006a", weight: 4, fill: false, interactive: false };
      if (g.shape[row] === 3) L.polygon(points, look).addTo(group);
      else if (g.shape[row] === 2) L.polyline(points, look).addTo(group);
      else L.circleMarker(points[0], { ...look, radius: 9 }).addTo(group);
    }
    return group;
  }
  openWanted() {
    const { layer, key } = this.wanted || {};
    if (!layer || !this.layers[layer]) return;
    for (let i = 0; i < this.layers[layer].n; i++)
      if (this.title(layer, i) === key) return void this.select([{ layer, row: i }]);
  }
  copyLink() {
    const link = location.href.split("#")[0] + hashOf(this);
    const done = () => (this.panel.root.querySelector("[data-tool=link]").textContent = this.text("tool.copied"));
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(link).then(done, () => prompt("", link));
    else prompt(this.text("tool.link"), link);
  }
  print() {
    printView(this, () => window.print());
  }
}

// After the next picture; a page that is not shown draws none and must not wait for it.
function painted() {
  return new Promise((next) => {
    requestAnimationFrame(() => setTimeout(next));
    setTimeout(next, 300);
  });
}

// Text of a data element; the element goes, so that the page does not hold it twice.
function take(id) {
  const node = document.getElementById(id), text = node.textContent;
  node.remove();
  return text;
}

function clip(text) {
  return text && text.length > 28 ? text.slice(0, 27) + "…" : text;
}

window.zoningStats = { tiles: [] };
window.zoningStart = (map, options, first, later) => {
  const app = (window.zoningMap = new ZoningMap(map, options));
  app.start(first, later).catch((error) => {
    map.getContainer().append(el("p", { class: "zoning-fault" }, options.texts[options.lang].broken));
    throw error;
  });
};
