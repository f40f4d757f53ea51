// The map of disputes: states to switch, figures by neighbour, a list, facts on a click.
function zoningDisputes(map, page) {
  const words = page.words, layers = {}, rows = {};
  const text = (value) => { const n = document.createElement("span"); n.textContent = value; return n.innerHTML; };
  const number = (value, digits) => value === null || value === undefined ? "—"
    : Number(value).toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });

  const bar = (role) => "<i class='dsp-bar' style='background:" + page.claimed[role] + "'></i>";
  const over = [];
  const draw = (data, style) => L.geoJSON(data, { interactive: false, style: () => style }).addTo(map);
  if (page.barriers) draw(page.barriers, { color: "#c4c2ba", weight: 1.5 });
  if (page.areas) draw(page.areas, { color: "#5b5b5b", weight: 1.2, fill: false, dashArray: "5 3" });

  // Names of areas, those of the claimants first: one that would cover another is not shown.
  const names = [];
  for (const n of page.names) {
    const label = document.createElement("span");
    label.textContent = n.name;
    const icon = L.divIcon({ className: "dsp-name", html: label, iconSize: [0, 0] });
    L.marker([n.lat, n.lon], { icon, interactive: false, keyboard: false }).addTo(map);
    names.push(label);
  }
  const uncovered = () => {
    const shown = [];
    for (const label of names) {
      const box = label.getBoundingClientRect();
      const free = shown.every((b) => box.right < b.left || b.right < box.left || box.bottom < b.top || b.bottom < box.top);
      label.style.visibility = free ? "" : "hidden";
      if (free) shown.push(box);
    }
  };

  const facts = (p) => {
    const lines = [[words.side_a, p.a, "a"], [words.side_b, p.b, "b"], [words.state, words["state." + p.status]], [words.kind, words[p.kind]],
      [words.area, number(p.area_m2, 1) + " m²"], [words.width, number(p.width_m, 2) + " m"],
      [words.length, number(p.length_m, 0) + " m"], [words.buildings, number(p.n_buildings, 0)],
      [words.persons, number(p.persons, 0)], [words.place, p.place || "—"],
      [words.method, p.method ? words["method." + p.method] || p.method : "—"],
      [words.superior, p.passed_to || "—"], [words.updated, p.updated || "—"]];
    return "<div class='dsp-fact'><b>" + text(p.dispute_id) + "</b>"
      + lines.map(([k, v, side]) => "<div><span>" + (page.claims && side ? bar(side) : "") + text(k) + "</span> " + text(v) + "</div>").join("") + "</div>";
  };

  for (const state of page.states) layers[state] = L.layerGroup();
  for (const feature of page.disputes.features) {
    const p = feature.properties, colour = page.colours[p.status];
    // The patch as it is, and a disc for where it is too small to be seen.
    const shape = L.geoJSON(feature, { style: () => ({ color: colour, weight: page.claims ? 0.6 : 2, fillColor: colour, fillOpacity: 0.4 }) });
    const disc = L.circleMarker([p.lat, p.lon], { radius: 5, color: "#fff", weight: 1.2, fillColor: colour, fillOpacity: 0.95 });
    for (const item of [shape, disc]) { item.bindPopup(facts(p), { maxWidth: 320 }); item.addTo(layers[p.status]); }
    rows[p.dispute_id] = { shape, disc, p };
  }
  // Both claims lie on the rim of the patch: A's line whole, B's dashed, so that none hides the other.
  if (page.claims) {
    const dash = { a: null, b: "7 5", both: null };
    const claims = L.geoJSON(page.claims, { style: (f) => ({ color: page.claimed[f.properties.role],
      weight: f.properties.role === "both" ? 2 : 3.5, dashArray: dash[f.properties.role], opacity: 0.95 }) });
    const named = { a: words.l_a, b: words.l_b, both: words.l_both };
    claims.eachLayer((l) => l.bindTooltip(text(named[l.feature.properties.role] + ": " + l.feature.properties.name), { sticky: true }));
    over.push(claims.addTo(map));
  }
  if (page.lines) over.push(draw(page.lines, { color: "#007355", weight: 4 }));

  const zoomed = () => {
    const near = map.getZoom() >= 16;
    for (const id in rows) rows[id].disc.setStyle(near ? { opacity: 0, fillOpacity: 0 } : { opacity: 1, fillOpacity: 0.95 });
  };
  map.on("zoomend", zoomed);
  map.on("zoomend viewreset", uncovered);

  const panel = document.createElement("aside");
  panel.className = "dsp-panel";
  panel.innerHTML = "<h1></h1><div class='dsp-states'></div><div class='dsp-legend'></div><h2></h2><table class='dsp-tally'></table><div class='dsp-list'><table></table></div>";
  panel.querySelector("h1").textContent = page.title;
  panel.querySelector("h2").textContent = words.neighbours;
  const chosen = new Set(page.states.filter((s) => s !== "noise" && s !== "withdrawn"));
  const count = {};
  for (const id in rows) count[rows[id].p.status] = (count[rows[id].p.status] || 0) + 1;

  const states = panel.querySelector(".dsp-states");
  for (const state of page.states.filter((s) => count[s])) {
    const label = document.createElement("label"), box = document.createElement("input"), swatch = document.createElement("i");
    box.type = "checkbox"; box.checked = chosen.has(state); box.dataset.state = state;
    swatch.className = "dsp-swatch";
    swatch.style.borderColor = page.colours[state]; swatch.style.background = page.colours[state] + "59";
    label.append(box, swatch, words["state." + state] + " " + count[state]);
    box.addEventListener("change", () => { box.checked ? chosen.add(state) : chosen.delete(state); refresh(); });
    states.append(label);
  }
  const legend = panel.querySelector(".dsp-legend"), pairs = new Set(page.tally.map((t) => t.pair));
  const entry = (style, words) => {
    const line = document.createElement("div"), sign = document.createElement("i");
    sign.className = "dsp-sign"; sign.style.borderTop = style;
    line.append(sign, words); legend.append(line);
  };
  if (page.claims) {
    // With one pair of neighbours the legend names them.
    const first = page.disputes.features[0].properties, who = (p) => pairs.size === 1 ? ": " + p : "";
    entry("4px solid " + page.claimed.a, words.l_a + who(first.a));
    entry("4px dashed " + page.claimed.b, words.l_b + who(first.b));
    if (page.claims.features.some((f) => f.properties.role === "both")) entry("2px solid " + page.claimed.both, words.l_both);
  }
  if (page.lines) entry("4px solid #007355", words.l_new);
  if (page.areas) entry("1.5px dashed #5b5b5b", words.l_around);
  const cells = (row, tag, values) => { for (const v of values) { const c = document.createElement(tag); c.textContent = v; row.append(c); } };
  const tally = panel.querySelector(".dsp-tally");
  cells(tally.insertRow(), "th", ["", words.n_all, words.n_open, words.n_settled, words.ha]);
  for (const t of page.tally) cells(tally.insertRow(), "td", [t.pair, t.n, t.open, t.settled, number(t.area_m2 / 1e4, 2)]);

  const list = panel.querySelector(".dsp-list table");
  // The part of the map that the panel leaves free: left of it, on a phone above it.
  const free = () => ({ paddingTopLeft: [20, 20], paddingBottomRight: window.innerWidth > 640
    ? [panel.offsetWidth + 20, 20] : [20, panel.offsetHeight + 20] });
  const go = (id) => {
    const { shape } = rows[id];
    map.fitBounds(shape.getBounds().pad(0.6), { ...free(), maxZoom: 19, animate: false });
    shape.openPopup();
  };
  function refresh() {
    list.textContent = "";
    for (const id of Object.keys(rows).sort()) {
      const { p } = rows[id];
      if (!chosen.has(p.status)) continue;
      const row = list.insertRow();
      row.tabIndex = 0; row.dataset.id = id;
      cells(row, "td", [id, words["state." + p.status], number(p.area_m2, 0) + " m²"]);
      row.addEventListener("click", () => go(id));
      row.addEventListener("keydown", (e) => { if (e.key === "Enter") go(id); });
    }
    for (const state of page.states) chosen.has(state) ? layers[state].addTo(map) : layers[state].remove();
    for (const item of over) item.bringToFront();
    for (const id in rows) if (chosen.has(rows[id].p.status)) rows[id].disc.bringToFront();
    zoomed();
  }
  if (page.notice) { const n = document.createElement("p"); n.className = "dsp-notice"; n.textContent = page.notice; panel.append(n); }
  map.getContainer().parentNode.append(panel);
  L.DomEvent.disableClickPropagation(panel); L.DomEvent.disableScrollPropagation(panel);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  if (page.bounds) map.fitBounds(page.bounds, { ...free(), animate: false });
  refresh();
  uncovered();
  map.getContainer().dataset.ready = "yes";
}
