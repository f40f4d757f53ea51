// Reads what packed.py wrote: gzip of (header length, header, sections of zigzag varints).

// Browsers from before 2023 do not unpack by themselves: fflate does it for them.
async function inflate(bytes) {
  if (typeof DecompressionStream === "undefined") return window.fflate.gunzipSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function fromBase64(text) {
  const raw = atob(text.trim());
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

// One section as numbers. Values that leave 32 bits come back as doubles.
function readInts(bytes, delta) {
  let n = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] < 128) n++;
  let out = new Int32Array(n);
  let wide = false, sum = 0, at = 0;
  for (let i = 0; i < n; i++) {
    let value = 0, factor = 1, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    const half = Math.floor(value / 2);
    const number = value % 2 ? -half - 1 : half;
    sum = delta ? sum + number : number;
    if (!wide && (sum > 2147483647 || sum < -2147483648)) {
      out = Float64Array.from(out);
      wide = true;
    }
    out[i] = sum;
  }
  return out;
}

class Column {
  constructor(header, section) {
    this.kind = header.kind;
    if (this.kind === "null") return;
    this.scale = header.scale || 1;
    this.texts = header.texts;
    this.stems = header.stems;
    if (header.nulls !== undefined) this.nulls = section(header.nulls).slice();
    if (this.kind === "text") {
      this.values = new TextDecoder().decode(section(header.section)).split("\x00");
    } else if (this.kind === "code") {
      this.stem = readInts(section(header.stem.section), header.stem.delta);
      this.tail = readInts(section(header.tail.section), header.tail.delta);
    } else {
      this.values = readInts(section(header.section), header.delta);
      if (this.kind === "enum" && this.texts.length < 255) this.values = new Uint8Array(this.values);
    }
  }
  get(i) {
    if (this.kind === "null") return null;
    if (this.kind === "code") {
      const [stem, width] = this.stems[this.stem[i]];
      return stem + String(this.tail[i]).padStart(width, "0");
    }
    if (this.kind === "text") return this.values[i] || null;
    if (this.kind === "enum") return this.values[i] ? this.texts[this.values[i] - 1] : null;
    if (this.nulls && (this.nulls[i >> 3] >> (i & 7)) & 1) return null;
    return this.values[i] / this.scale;
  }
}

function starts(counts) {
  const out = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) out[i + 1] = out[i] + counts[i];
  return out;
}

class Geometry {
  constructor(header, section) {
    const ints = (part) => readInts(section(part.section), part.delta);
    this.shape = new Uint8Array(ints(header.shape));
    this.ring = starts(ints(header.rings));
    this.vertex = starts(ints(header.vertices));
    this.x = ints(header.x);
    this.y = ints(header.y);
    if (header.label_x) {
      this.labelX = ints(header.label_x);
      this.labelY = ints(header.label_y);
    }
    this.boxes();
  }
  boxes() {
    const n = this.shape.length;
    const box = (this.box = new Int32Array(4 * n));
    for (let i = 0; i < n; i++) {
      let x0 = 2147483647, y0 = x0, x1 = -x0, y1 = -x0;
      const end = this.vertex[this.ring[i + 1]];
      for (let v = this.vertex[this.ring[i]]; v < end; v++) {
        const x = this.x[v], y = this.y[v];
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      box.set([x0, y0, x1, y1], 4 * i);
    }
  }
}

class Layer {
  constructor(header, section) {
    this.name = header.name;
    this.n = header.n;
    this.columns = {};
    for (const c of header.columns) this.columns[c.name] = new Column(c, section);
    if (header.geometry) {
      this.geometry = new Geometry(header.geometry, section);
      this.index = new GridIndex(this.geometry);
    }
  }
  has(name) {
    return name in this.columns && this.columns[name].kind !== "null";
  }
  get(name, i) {
    return name in this.columns ? this.columns[name].get(i) : null;
  }
}

// Which features lie in a box: a uniform grid of cells, as one flat list of rows.
class GridIndex {
  constructor(geometry) {
    const box = geometry.box, n = geometry.shape.length;
    this.box = box;
    this.stamp = new Uint32Array(n);
    this.now = 0;
    let x0 = 2147483647, y0 = x0, x1 = -x0, y1 = -x0, used = 0;
    for (let i = 0; i < n; i++) {
      if (box[4 * i] > box[4 * i + 2]) continue;
      used++;
      x0 = Math.min(x0, box[4 * i]);
      y0 = Math.min(y0, box[4 * i + 1]);
      x1 = Math.max(x1, box[4 * i + 2]);
      y1 = Math.max(y1, box[4 * i + 3]);
    }
    this.extent = used ? [x0, y0, x1, y1] : null;
    const side = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(used / 3))));
    this.side = side;
    this.cell = used ? Math.max(1, Math.ceil((Math.max(x1 - x0, y1 - y0) + 1) / side)) : 1;
    const count = new Int32Array(side * side + 1);
    const each = (visit) => {
      for (let i = 0; i < n; i++) {
        if (box[4 * i] > box[4 * i + 2]) continue;
        const [c0, r0, c1, r1] = this.cells(box[4 * i], box[4 * i + 1], box[4 * i + 2], box[4 * i + 3]);
        for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) visit(r * side + c, i);
      }
    };
    each((cell) => count[cell + 1]++);
    for (let c = 0; c < side * side; c++) count[c + 1] += count[c];
    this.start = count;
    this.rows = new Int32Array(count[side * side]);
    const next = count.slice();
    each((cell, i) => (this.rows[next[cell]++] = i));
  }
  cells(x0, y0, x1, y1) {
    const [ex, ey] = this.extent || [0, 0];
    const clamp = (v) => Math.max(0, Math.min(this.side - 1, Math.floor(v)));
    return [
      clamp((x0 - ex) / this.cell), clamp((y0 - ey) / this.cell),
      clamp((x1 - ex) / this.cell), clamp((y1 - ey) / this.cell),
    ];
  }
  query(x0, y0, x1, y1) {
    const found = [];
    if (!this.extent) return found;
    const now = ++this.now, box = this.box;
    const [c0, r0, c1, r1] = this.cells(x0, y0, x1, y1);
    for (let r = r0; r <= r1; r++) {
      for (let c = c0; c <= c1; c++) {
        const cell = r * this.side + c;
        for (let k = this.start[cell]; k < this.start[cell + 1]; k++) {
          const i = this.rows[k];
          if (this.stamp[i] === now) continue;
          this.stamp[i] = now;
          if (box[4 * i] <= x1 && box[4 * i + 2] >= x0 && box[4 * i + 1] <= y1 && box[4 * i + 3] >= y0)
            found.push(i);
        }
      }
    }
    return found;
  }
}

// Rows of a layer at a place: inside polygons, within `reach` of lines and points.
function rowsAt(layer, x, y, reach) {
  const g = layer.geometry;
  const hits = layer.index.query(x - reach, y - reach, x + reach, y + reach).filter((i) => {
    let inside = false;
    for (let r = g.ring[i]; r < g.ring[i + 1]; r++) {
      const first = g.vertex[r], end = g.vertex[r + 1];
      if (g.shape[i] === 3) {
        for (let a = first, b = end - 1; a < end; b = a++) {
          if (g.y[a] > y !== g.y[b] > y &&
              x < ((g.x[b] - g.x[a]) * (y - g.y[a])) / (g.y[b] - g.y[a]) + g.x[a]) inside = !inside;
        }
      } else if (near(g, first, end, x, y, reach)) return true;
    }
    return inside;
  });
  return hits.sort((a, b) => a - b);
}

function near(g, first, end, x, y, reach) {
  for (let v = first; v < end; v++) {
    const w = Math.max(first, v - 1);
    const dx = g.x[v] - g.x[w], dy = g.y[v] - g.y[w];
    const length = dx * dx + dy * dy;
    let t = length ? ((x - g.x[w]) * dx + (y - g.y[w]) * dy) / length : 0;
    t = Math.max(0, Math.min(1, t));
    const ex = g.x[w] + t * dx - x, ey = g.y[w] + t * dy - y;
    if (ex * ex + ey * ey <= reach * reach) return true;
  }
  return false;
}

async function unpack(text) {
  const raw = await inflate(fromBase64(text));
  const size = new DataView(raw.buffer).getUint32(0, true);
  const meta = JSON.parse(new TextDecoder().decode(raw.subarray(4, 4 + size)));
  let at = 4 + size;
  const layers = {};
  for (const header of meta.layers) {
    const ranges = header.offsets.map((length) => [at, (at += length)]);
    layers[header.name] = new Layer(header, (k) => raw.subarray(...ranges[k]));
  }
  return { origin: meta.origin, step: meta.step, layers };
}
