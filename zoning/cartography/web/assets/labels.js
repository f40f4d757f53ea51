// Labels on one canvas over the map: names of townships and districts, ends of zone codes,
// building numbers. Placed anew after each move; a label that would touch another is left out.

const LabelLayer = L.Layer.extend({
  initialize(app) {
    this.app = app;
  },
  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "zoning-labels leaflet-zoom-hide", this.pane(map));
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },
  // Above what folium draws, below what is marked.
  pane(map) {
    const pane = map.createPane("zoning-labels");
    pane.style.zIndex = 420;
    pane.style.pointerEvents = "none";
    return pane;
  },
  onRemove(map) {
    this.canvas.remove();
    map.off("moveend zoomend resize", this.redraw, this);
  },
  redraw() {
    const map = this._map, size = map.getSize(), ratio = window.devicePixelRatio || 1;
    const canvas = this.canvas;
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(canvas, corner);
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    this.taken = [];
    this.shown = 0;
    for (const kind of this.app.labelKinds(map.getZoom())) this.place(ctx, map, size, kind);
  },
  place(ctx, map, size, kind) {
    const { layer, text, font, colour } = kind;
    const g = layer.geometry, place = this.app.place;
    const { k, x, y } = place.scale(map.getZoom());
    const origin = map.getPixelBounds().min;
    const box = [
      (origin.x - x) / k, (y - origin.y - size.y) / k,
      (origin.x + size.x - x) / k, (y - origin.y) / k,
    ];
    ctx.font = font;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const height = parseInt(font.match(/(\d+)px/)[1], 10);
    for (const i of layer.index.query(...box).sort((a, b) => a - b)) {
      const words = text(i);
      if (!words) continue;
      const b = g.box.subarray(4 * i, 4 * i + 4);
      const width = ctx.measureText(words).width;
      if (kind.fit && ((b[2] - b[0]) * k < width * kind.fit || (b[3] - b[1]) * k < height * kind.fit)) continue;
      const px = g.labelX ? g.labelX[i] : (b[0] + b[2]) / 2;
      const py = g.labelY ? g.labelY[i] : (b[1] + b[3]) / 2;
      const at = [px * k + x - origin.x, y - py * k - origin.y];
      if (!this.free(at, width, height)) continue;
      ctx.lineWidth = 3;
      ctx.strokeStyle = kind.halo || "rgba(255,255,255,.92)";
      ctx.strokeText(words, at[0], at[1]);
      ctx.fillStyle = colour;
      ctx.fillText(words, at[0], at[1]);
      this.shown++;
    }
  },
  free([x, y], width, height) {
    const box = [x - width / 2 - 2, y - height / 2 - 1, x + width / 2 + 2, y + height / 2 + 1];
    for (const t of this.taken)
      if (box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]) return false;
    this.taken.push(box);
    return true;
  },
});
