// The panel beside the map. Everything from the data goes in as text, never as markup.

function el(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attrs || {})) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== "") node.append(child);
  return node;
}

// A swatch as it is painted: colour, pattern, line or symbol.
function swatch(style) {
  const canvas = el("canvas", { width: 44, height: 28, class: "zoning-swatch", "aria-hidden": "true" });
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  if (style.lines) {
    style.lines.forEach((s, i) => strokeRow(ctx, s, 2.5 + 4.5 * i));
  } else if (style.point) {
    paintPoint(ctx, { box: new Int32Array(4) }, 0, { k: 1, x: 11, y: 7 }, { ...style, radius: Math.min(5, style.radius) });
  } else if (style.colour) {
    ctx.beginPath();
    ctx.rect(0.5, 0.5, 21, 13);
    fillClass(ctx, style);
    ctx.strokeStyle = style.line || "#777";
    ctx.lineWidth = 1;
    ctx.stroke();
  } else {
    strokeRow(ctx, style, 7);
  }
  return canvas;
}

function strokeRow(ctx, style, y) {
  ctx.beginPath();
  ctx.moveTo(1, y);
  ctx.lineTo(21, y);
  ctx.setLineDash(style.dash || []);
  ctx.strokeStyle = style.line;
  ctx.lineWidth = Math.min(4, style.width);
  ctx.stroke();
}

class Panel {
  constructor(app) {
    this.app = app;
    this.root = el("section", { class: "zoning-panel", "aria-label": app.options.title || "zoning" });
    L.DomEvent.disableClickPropagation(this.root);
    L.DomEvent.disableScrollPropagation(this.root);
    app.map.getContainer().append(this.root);
    this.sort = { key: "code", down: false };
    this.open = !app.narrow();
  }
  build() {
    const app = this.app, t = (key) => app.text(key);
    if (this.card) this.card.remove();
    this.root.replaceChildren(
      el("header", {},
        el("h1", { dir: "auto" }, app.options.title || t("title")),
        el("button", { class: "zoning-fold", type: "button", "aria-expanded": String(this.open),
          title: t("panel"), "aria-label": t("panel"), onclick: () => this.fold() }, "☰")),
      this.searchBox(),
      (this.card = el("div", { class: "zoning-card", "aria-live": "polite" })),
      (this.body = el("div", { class: "zoning-body" },
        this.figureBox(), (this.legend = el("div", { class: "zoning-legend" })),
        this.layerBox(), this.tableBox(), this.notes())),
      this.toolBox());
    this.zoomTexts();
    this.root.classList.toggle("folded", !this.open);
    // On a phone the answer to a tap stands at the foot, where it hides nothing that was asked.
    this.card.classList.toggle("foot", app.narrow());
    if (app.narrow()) app.map.getContainer().append(this.card);
    L.DomEvent.disableClickPropagation(this.card);
    L.DomEvent.disableScrollPropagation(this.card);
    this.drawLegend();
    if (app.selected) this.showCard(app.selected.hits);
  }
  // Leaflet's own buttons, which it titles in English.
  zoomTexts() {
    for (const way of ["in", "out"])
      for (const node of this.app.map.getContainer().querySelectorAll(".leaflet-control-zoom-" + way)) {
        node.title = this.app.text("zoom." + way);
        node.setAttribute("aria-label", node.title);
      }
  }
  fold(open = !this.open) {
    this.open = open;
    this.root.classList.toggle("folded", !open);
    this.root.querySelector(".zoning-fold").setAttribute("aria-expanded", String(open));
  }
  // On a phone the panel gives way to what was asked for.
  aside() {
    if (this.app.narrow() && this.open) this.fold(false);
  }
  searchBox() {
    const app = this.app;
    this.results = el("ul", { class: "zoning-results", role: "listbox", id: "zoning-results" });
    this.input = el("input", {
      type: "search", class: "zoning-search", placeholder: app.text("search.hint"), role: "combobox",
      "aria-label": app.text("search"), "aria-controls": "zoning-results", "aria-expanded": "false",
      autocomplete: "off", spellcheck: "false",
      oninput: () => this.list(), onkeydown: (e) => this.key(e),
    });
    return el("div", { class: "zoning-find" }, this.input, this.results);
  }
  list() {
    this.found = this.app.search(this.input.value);
    this.at = this.found.length ? 0 : -1;
    const items = this.found.map((hit, i) =>
      el("li", { role: "option", id: "zoning-hit-" + i, "aria-selected": String(i === this.at),
        onclick: () => this.choose(i) },
        el("span", { dir: "auto" }, hit.label),
        el("small", {}, this.app.text("layer." + hit.layer))));
    if (!items.length && this.input.value.trim())
      items.push(el("li", { class: "none" }, this.app.text("search.none")));
    this.results.replaceChildren(...items);
    this.input.setAttribute("aria-expanded", String(items.length > 0));
  }
  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const n = this.found ? this.found.length : 0;
      if (n) this.at = (this.at + (event.key === "ArrowDown" ? 1 : n - 1)) % n;
      [...this.results.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === this.at)));
      this.input.setAttribute("aria-activedescendant", "zoning-hit-" + this.at);
      event.preventDefault();
    } else if (event.key === "Enter") {
      if (!this.found || !this.found.length) this.list();
      if (this.at >= 0) this.choose(this.at);
    } else if (event.key === "Escape") {
      this.input.value = "";
      this.list();
      this.app.map.getContainer().focus();
    }
    event.stopPropagation();
  }
  choose(i) {
    const hit = this.found[i];
    this.input.value = hit.label;
    this.found = [];
    this.results.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    if (this.app.narrow()) this.input.blur();
    this.app.go(hit.layer, hit.row);
  }
  figureBox() {
    const app = this.app;
    const options = app.options.figures.map((f) =>
      el("option", { value: f.key, selected: f.key === app.figure.key }, app.text("figure." + f.key)));
    const select = el("select", { id: "zoning-figure", onchange: (e) => app.setFigure(e.target.value) }, options);
    return el("div", { class: "zoning-row" }, el("label", { for: "zoning-figure" }, app.text("colour_by")), select);
  }
  drawLegend() {
    const app = this.app, counts = app.classCounts();
    this.root.querySelector("#zoning-figure").value = app.figure.key;
    const rows = app.figure.classes.map((c, i) =>
      el("li", { class: counts[i] ? "" : "none" }, swatch({ ...c, line: "#777" }),
        el("span", {}, app.classText(c)), el("b", {}, app.number(counts[i]))));
    this.legend.replaceChildren(
      el("p", { class: "zoning-hint" }, app.text("legend.count")), el("ul", {}, rows));
  }
  layerBox() {
    const app = this.app;
    const rows = app.toggles().map(({ key, style, from }) =>
      el("label", {},
        el("input", { type: "checkbox", "data-layer": key, checked: app.shown.has(key),
          onchange: (e) => app.toggle(key, e.target.checked) }),
        swatch(style), el("span", {}, app.text("layer." + key)),
        from ? el("small", {}, app.text("layer.from")) : null));
    return el("fieldset", { class: "zoning-layers" }, el("legend", {}, app.text("layers")), rows);
  }
  tableBox() {
    const app = this.app, rows = app.options.table.rows;
    if (!rows.length) return null;
    this.table = el("table", {});
    const box = el("details", { class: "zoning-table", open: rows.length > 1 && !app.narrow() },
      el("summary", {}, app.text("table." + app.options.table.level)),
      el("div", { class: "zoning-scroll" }, this.table));
    this.drawTable();
    return box;
  }
  drawTable() {
    const app = this.app, { columns, rows } = app.options.table;
    const sign = this.sort.down ? -1 : 1, key = this.sort.key;
    const sorted = [...rows].sort((a, b) => sign * compare(a[key], b[key]) || compare(a.code, b.code));
    const head = columns.map((c) =>
      el("th", { scope: "col", "aria-sort": c === key ? (sign > 0 ? "ascending" : "descending") : "none" },
        el("button", { type: "button", onclick: () => this.sortBy(c) }, app.text("col." + c))));
    const lines = sorted.map((row) =>
      el("tr", { "data-code": row.code },
        columns.map((c, i) => i === 0
          ? el("th", { scope: "row" }, el("button", { type: "button", dir: "auto",
              onclick: () => app.goTable(row) }, row.name || row.code))
          : el("td", {}, app.show(c, row[c])))));
    this.table.replaceChildren(el("thead", {}, el("tr", {}, head)), el("tbody", {}, lines));
  }
  sortBy(key) {
    this.sort = { key, down: this.sort.key === key ? !this.sort.down : !["name", "code"].includes(key) };
    this.drawTable();
  }
  toolBox() {
    const app = this.app;
    const button = (key, run) =>
      el("button", { type: "button", "data-tool": key, onclick: run }, app.text("tool." + key));
    return el("div", { class: "zoning-tools" },
      button("home", () => app.home()), button("measure", () => app.measure.toggle()),
      button("link", () => app.copyLink()), button("print", () => app.print()),
      app.options.languages.length > 1 ? button("language", () => app.nextLanguage()) : null);
  }
  notes() {
    const { notice, made } = this.app.options, app = this.app;
    return el("footer", {},
      notice && notice[app.lang] ? el("p", { class: "zoning-notice" }, notice[app.lang]) : null,
      made ? el("p", {}, app.text("made") + " " + made) : null,
      el("p", { class: "zoning-hint zoning-keys" }, app.text("keys")));
  }
  showCard(hits) {
    const app = this.app;
    const blocks = hits.map(({ layer, row }) => {
      const fields = app.fields(layer, row);
      return el("article", { "data-layer": layer },
        el("h2", { dir: "auto" }, app.text("one." + layer) + " " + app.title(layer, row)),
        el("dl", {}, fields.map(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)]).flat()));
    });
    this.card.replaceChildren(...(blocks.length
      ? [el("button", { type: "button", class: "zoning-close", "aria-label": app.text("close"),
          title: app.text("close"), onclick: () => app.select(null) }, "×"), ...blocks] : []));
    this.card.classList.toggle("full", blocks.length > 0);
  }
}

function compare(a, b) {
  const none = (v) => v === null || v === undefined;
  if (none(a) || none(b)) return none(a) - none(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
