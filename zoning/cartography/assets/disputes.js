// The map of disputes: states to switch, figures by neighbour, a list, facts on a click.
function zoningDisputes(map, page) {
  const words = page.words, layers = {}, rows = {};
  const text = (value) => { const n = document.createElement("span"); n.textContent = value; return n.innerHTML; };
  const number = (value, digits) => value === null || value === undefined ? "—"
    : Number(value).toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });

  const draw = (data, style) => L.geoJSON(data, { interactive: false, style: () => style }).addTo(map);
  if (page.barriers) draw(page.barriers, { color: "#c4c2ba", weight: 1.5 });
  if (page.areas) draw(page.areas, { color: "#5b5b5b", weight: 1.2, fill: false, dashArray: "5 3" });

  const facts = (p) => {
    const lines = [[words.state, words["state." + p.status]], [words.kind, words[p.kind]],
      [words.area, number(p.area_m2, 1) + " m²"], [words.width, number(p.width_m, 2) + " m"],
      [words.length, number(p.length_m, 0) + " m"], [words.buildings, number(p.n_buildings, 0)],
      [words.persons, number(p.persons, 0)], [words.place, p.place || "—"],
      [words.method, p.method ? words["method." + p.method] || p.method : "—"],
      [words.superior, p.passed_to || "—"], [words.updated, p.updated || "—"]];
    return "<div class='dsp-fact'><b>" + text(p.dispute_id) + "</b>"
      + lines.map(([k, v]) => "<div><span>" + text(k) + "</span> " + text(v) + "</div>").join("") + "</div>";
  };

  for (const state of page.states) layers[state] = L.layerGroup();
  for (const feature of page.disputes.features) {
    const p = feature.properties, colour = page.colours[p.status];
    // The patch as it is, and a disc for where it is too small to be seen.
    const shape = L.geoJSON(feature, { style: () => ({ color: colour, weight: 2, fillColor: colour, fillOpacity: 0.35 }) });
    const disc = L.circleMarker([p.lat, p.lon], { radius: 5, color: "#fff", weight: 1.2, fillColor: colour, fillOpacity: 0.95 });
    for (const item of [shape, disc]) { item.bindPopup(facts(p), { maxWidth: 320 }); item.addTo(layers[p.status]); }
    rows[p.dispute_id] = { shape, disc, p };
  }
  if (page.lines) draw(page.lines, { color: "#111", weight: 3 });

  const zoomed = () => {
    const near = map.getZoom() >= 16;
    for (const id in rows) rows[id].disc.setStyle(near ? { opacity: 0, fillOpacity: 0 } : { opacity: 1, fillOpacity: 0.95 });
  };
  map.on("zoomend", zoomed);

  const panel = document.createElement("aside");
  panel.className = "dsp-panel";
  panel.innerHTML = "<h1></h1><div class='dsp-states'></div><h2></h2><table class='dsp-tally'></table><div class='dsp-list'><table></table></div>";
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
  const cells = (row, tag, values) => { for (const v of values) { const c = document.createElement(tag); c.textContent = v; row.append(c); } };
  const tally = panel.querySelector(".dsp-tally");
  cells(tally.insertRow(), "th", ["", words.n_all, words.n_open, words.n_settled, words.ha]);
  for (const t of page.tally) cells(tally.insertRow(), "td", [t.pair, t.n, t.open, t.settled, number(t.area_m2 / 1e4, 2)]);

  const list = panel.querySelector(".dsp-list table");
  const go = (id) => {
    const { shape } = rows[id];
    map.fitBounds(shape.getBounds().pad(0.6), { maxZoom: 19, animate: false });
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
    zoomed();
  }
  if (page.notice) { const n = document.createElement("p"); n.className = "dsp-notice"; n.textContent = page.notice; panel.append(n); }
  map.getContainer().parentNode.append(panel);
  L.DomEvent.disableClickPropagation(panel); L.DomEvent.disableScrollPropagation(panel);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  if (page.bounds) map.fitBounds(page.bounds, { paddingBottomRight: window.innerWidth > 640 ? [360, 20] : [20, 20], animate: false });
  refresh();
  map.getContainer().dataset.ready = "yes";
}
