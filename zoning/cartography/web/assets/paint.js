// Draws packed layers on canvas tiles. One grid layer paints everything, in a fixed order.

const CHUNK = 16, HATCHED = 14;
// A finding or dispute larger than this on the screen must not hide what lies under it.
const LARGE = 60;
const WORLD = 2 * Math.PI * 6378137;

// The place of packed coordinates: to and from Leaflet's latitude and longitude.
class Place {
  constructor(origin, step) {
    this.origin = origin;
    this.step = step;
  }
  latLng(x, y) {
    return L.Projection.SphericalMercator.unproject(
      L.point(this.origin[0] + x * this.step, this.origin[1] + y * this.step));
  }
  point(latlng) {
    const p = L.Projection.SphericalMercator.project(latlng);
    return [(p.x - this.origin[0]) / this.step, (p.y - this.origin[1]) / this.step];
  }
  box(b) {
    return L.latLngBounds(this.latLng(b[0], b[1]), this.latLng(b[2], b[3]));
  }
  // Pixels of the world at a zoom = packed coordinate * k + offset.
  scale(zoom) {
    const px = (256 * 2 ** zoom) / WORLD;
    return {
      k: px * this.step,
      x: (this.origin[0] + WORLD / 2) * px,
      y: (WORLD / 2 - this.origin[1]) * px,
    };
  }
}

// Adds one feature to the path; vertices nearer than 0.6 pixels to the last are passed over.
function trace(ctx, g, i, view) {
  const k = view.k;
  for (let r = g.ring[i]; r < g.ring[i + 1]; r++) {
    const first = g.vertex[r], end = g.vertex[r + 1];
    let lastX = g.x[first] * k + view.x, lastY = view.y - g.y[first] * k;
    ctx.moveTo(lastX, lastY);
    for (let v = first + 1; v < end; v++) {
      const x = g.x[v] * k + view.x, y = view.y - g.y[v] * k;
      if (v < end - 1 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.6) continue;
      ctx.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    if (g.shape[i] === 3) ctx.closePath();
  }
}

// A tile of lines that mark a class, so that it reads in grey too.
const hatches = {};
function hatch(ctx, kind, colour) {
  const key = kind + colour;
  if (!hatches[key]) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const c = tile.getContext("2d");
    c.strokeStyle = c.fillStyle = colour;
    c.lineWidth = 1.2;
    c.beginPath();
    if (kind === "dots") {
      c.arc(2, 2, 1.1, 0, 7);
      c.arc(6, 6, 1.1, 0, 7);
      c.fill();
    } else {
      for (const d of [-8, 0, 8]) { c.moveTo(d - 1, 9); c.lineTo(d + 9, -1); }
      if (kind === "cross") for (const d of [-8, 0, 8]) { c.moveTo(d - 1, -1); c.lineTo(d + 9, 9); }
      c.stroke();
    }
    hatches[key] = tile;
  }
  return ctx.createPattern(hatches[key], "repeat");
}

function fillClass(ctx, style) {
  fillWith(ctx, style, style.colour);
  if (style.hatch) fillWith(ctx, style, hatch(ctx, style.hatch, style.ink || "#555"));
}

function fillWith(ctx, style, paint) {
  ctx.globalAlpha = style.alpha || 1;
  ctx.fillStyle = paint;
  ctx.fill("nonzero");
  ctx.globalAlpha = 1;
}

// A style of marked ground so that what it covers can still be read: its rim and thin lines.
function light(style) {
  return { ...style, colour: null, hatch: style.colour ? "lines" : null, ink: style.colour, alpha: 0.45 };
}

// Longer side of a feature in pixels.
function across(g, i, k) {
  return Math.max(g.box[4 * i + 2] - g.box[4 * i], g.box[4 * i + 3] - g.box[4 * i + 1]) * k;
}

// Features of one layer in one tile, filled class by class, then stroked.
function paintLayer(ctx, layer, rule, view, box, zoom) {
  const g = layer.geometry;
  const rows = layer.index.query(...box);
  if (!rows.length) return;
  const groups = new Map();
  for (const i of rows) {
    const key = rule.classOf ? rule.classOf(i) : 0;
    if (key === null || key === undefined || across(g, i, view.k) < (rule.pixels || 0)) continue;
    // Large marked ground under small, of whatever class.
    const slot = rule.mark && across(g, i, view.k) >= LARGE ? key - 1e6 : key;
    if (!groups.has(slot)) groups.set(slot, []);
    groups.get(slot).push(i);
  }
  for (const slot of [...groups.keys()].sort((a, b) => a - b)) {
    const style = slot < 0 ? light(rule.style(slot + 1e6, zoom)) : rule.style(slot, zoom);
    if (!style) continue;
    const group = groups.get(slot);
    // A pattern only where it has room.
    const patterned = style.hatch ? group.filter((i) => across(g, i, view.k) >= HATCHED) : [];
    // A path of thousands of rings is slow to fill: some at a time. Lines with a casing need
    // all of them at once, or one casing would cover the next line.
    const some = style.casing ? group.length : CHUNK;
    for (let at = 0; at < group.length; at += some) {
      ctx.beginPath();
      for (const i of group.slice(at, at + some)) if (g.shape[i] > 1) trace(ctx, g, i, view);
      if (style.colour) fillWith(ctx, style, style.colour);
      if (style.width) strokeClass(ctx, style);
    }
    for (let at = 0; at < patterned.length; at += CHUNK) {
      ctx.beginPath();
      for (const i of patterned.slice(at, at + CHUNK)) trace(ctx, g, i, view);
      fillWith(ctx, style, hatch(ctx, style.hatch, style.ink || "#555"));
    }
    // What is too small to see is marked too, where its layer asks for that.
    for (const i of group)
      if (g.shape[i] === 1 || (rule.mark && g.shape[i] && across(g, i, view.k) < 14)) paintPoint(ctx, g, i, view, style);
  }
}

function strokeClass(ctx, style) {
  ctx.lineJoin = ctx.lineCap = "round";
  if (style.casing) {
    ctx.strokeStyle = style.casing;
    ctx.lineWidth = style.width + 2;
    ctx.stroke();
  }
  ctx.setLineDash(style.dash || []);
  ctx.strokeStyle = style.line;
  ctx.lineWidth = style.width;
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintPoint(ctx, g, i, view, style) {
  const b = g.box.subarray(4 * i, 4 * i + 4), r = style.radius || 3.5;
  const x = ((b[0] + b[2]) / 2) * view.k + view.x, y = view.y - ((b[1] + b[3]) / 2) * view.k;
  ctx.beginPath();
  if (style.symbol === "square") ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else if (style.symbol === "triangle") {
    ctx.moveTo(x, y - 1.3 * r);
    ctx.lineTo(x + 1.2 * r, y + r);
    ctx.lineTo(x - 1.2 * r, y + r);
    ctx.closePath();
  } else ctx.arc(x, y, r, 0, 7);
  ctx.fillStyle = style.point || style.colour || style.line;
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = style.rim || "#fff";
  ctx.stroke();
}

// The grid layer: `rules()` lists what is drawn now, bottom first.
const CanvasPainter = L.GridLayer.extend({
  initialize(place, rules, options) {
    L.GridLayer.prototype.initialize.call(this, options);
    this.place = place;
    this.rules = rules;
  },
  createTile(coords) {
    return this.paint(document.createElement("canvas"), coords);
  },
  // Tiles are painted over where they are: taking them away and back would flicker.
  redraw() {
    for (const tile of Object.values(this._tiles || {})) this.paint(tile.el, this._wrapCoords(tile.coords));
    return this;
  },
  paint(tile, coords) {
    const size = this.getTileSize(), ratio = Math.min(2, window.devicePixelRatio || 1);
    tile.width = size.x * ratio;
    tile.height = size.y * ratio;
    const ctx = tile.getContext("2d");
    ctx.scale(ratio, ratio);
    const { k, x, y } = this.place.scale(coords.z);
    const view = { k, x: x - coords.x * size.x, y: y - coords.y * size.y };
    const margin = 12;
    const box = [
      (-margin - view.x) / k, (view.y - size.y - margin) / k,
      (size.x + margin - view.x) / k, (view.y + margin) / k,
    ];
    const begun = performance.now();
    for (const rule of this.rules(coords.z)) paintLayer(ctx, rule.layer, rule, view, box, coords.z);
    window.zoningStats.tiles.push(performance.now() - begun);
    return tile;
  },
});

// A base map that came with the page: one picture, or tiles by their number.
function baseLayer(map, options) {
  const pane = map.createPane("zoning-base");
  pane.style.zIndex = 150;
  if (options.kind === "image") return L.imageOverlay(options.url, options.bounds, { pane: "zoning-base" });
  const Tiles = L.GridLayer.extend({
    createTile(coords) {
      const url = options.tiles[coords.z + "/" + coords.x + "/" + coords.y];
      const tile = document.createElement(url ? "img" : "div");
      if (url) {
        tile.alt = "";
        tile.src = url;
      }
      return tile;
    },
  });
  return new Tiles({ pane: "zoning-base", minNativeZoom: options.min, maxNativeZoom: options.max, maxZoom: 22 });
}

// The pattern of a class as SVG, made once; its address for `fill`.
function svgHatch({ colour, hatch: kind, ink }) {
  const id = "zoning-" + [colour, kind, ink].join("-").replace(/[^\w-]/g, "");
  if (document.getElementById(id)) return "url(#" + id + ")";
  const make = (tag, attrs, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attrs)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const marks = { dots: "M1,2h2M5,6h2", lines: "M-1,9L9,-1M-5,5L5,-5M3,13L13,3" };
  marks.cross = marks.lines + "M-1,-1L9,9M-5,3L5,13M3,-5L13,5";
  document.body.append(make("svg", { width: 0, height: 0, style: "position:absolute" },
    make("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      make("rect", { width: 8, height: 8, fill: colour || "none" }),
      make("path", { d: marks[kind], stroke: ink || "#555", "stroke-width": kind === "dots" ? 2 : 1.2 }))));
  return "url(#" + id + ")";
}

// The same for maps with few features: folium has drawn them, here they are only styled.
class FoliumPainter {
  constructor(map, place, names, rules) {
    this.map = map;
    this.place = place;
    this.rules = rules;
    this.layers = {};
    this.marks = L.layerGroup().addTo(map);
    for (const [layer, variable] of Object.entries(names)) this.layers[layer] = window[variable];
    map.on("zoomend", () => this.redraw());
    this.redraw();
  }
  redraw() {
    const zoom = this.map.getZoom(), shown = this.rules(zoom);
    for (const [name, drawn] of Object.entries(this.layers)) {
      const rules = shown.filter((r) => r.layer.name === name);
      if (!rules.length) {
        this.map.removeLayer(drawn);
        continue;
      }
      this.map.addLayer(drawn);
      const k = this.place.scale(zoom).k, g = rules[0].layer.geometry;
      drawn.eachLayer((part) => {
        const size = across(g, part.feature.properties.row, k);
        this.style(part, rules.filter((r) => size >= (r.pixels || 0)), zoom, size);
      });
      drawn.bringToFront();
    }
    this.mark(shown.filter((r) => r.mark), zoom);
  }
  // What is too small to see gets a mark, as on the canvas.
  mark(rules, zoom) {
    this.marks.clearLayers();
    const { k } = this.place.scale(zoom);
    for (const rule of rules) {
      const g = rule.layer.geometry;
      for (let i = 0; i < g.shape.length; i++) {
        const style = rule.style(rule.classOf ? rule.classOf(i) : 0, zoom);
        if (g.shape[i] < 2 || across(g, i, k) >= 14 || !style || !style.point) continue;
        const at = this.place.latLng((g.box[4 * i] + g.box[4 * i + 2]) / 2, (g.box[4 * i + 1] + g.box[4 * i + 3]) / 2);
        L.circleMarker(at, { radius: style.radius, fillColor: style.point, fillOpacity: 1, weight: 1,
          color: style.rim || "#fff", interactive: false }).addTo(this.marks);
      }
    }
  }
  style(part, rules, zoom, size) {
    const row = part.feature.properties.row;
    let merged = {};
    for (const rule of rules) {
      const key = rule.classOf ? rule.classOf(row) : 0;
      const style = key === null || key === undefined ? null : rule.style(key, zoom);
      if (style) merged = { ...merged, ...(rule.mark && size >= LARGE && !part.setRadius ? light(style) : style) };
    }
    const shown = Object.keys(merged).length > 0;
    const colour = part.setRadius ? merged.point || merged.colour : merged.colour;
    const patterned = merged.hatch && size >= HATCHED;
    part.setStyle({
      fill: Boolean(colour || patterned), fillColor: patterned ? svgHatch(merged) : colour, fillOpacity: merged.alpha || 1, stroke: shown && Boolean(merged.width || merged.point),
      color: merged.line || merged.rim || "#fff", weight: merged.width || 1, opacity: 1,
      dashArray: merged.dash ? merged.dash.join(" ") : null,
    });
    if (part.setRadius && merged.radius) part.setRadius(merged.radius);
  }
}
