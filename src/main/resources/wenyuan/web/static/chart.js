// A chart as a picture to take along: what the browser shows of the inline SVG, drawn once more on a canvas.
const svg = document.querySelector("svg.trend");
const button = document.querySelector("[data-picture]");
const SCALE = 3;
const PAD = 24;
const LINE = 22;

function paint(context, element, style) {
  const fill = style.fill !== "none" && style.fill !== "rgba(0, 0, 0, 0)";
  const stroke = style.stroke !== "none" && parseFloat(style.strokeWidth) > 0;
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = parseFloat(style.strokeWidth);
  context.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[,\s]+/).map(parseFloat));
  context.lineJoin = "round";
  if (element.tagName === "text") {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.textAlign = { middle: "center", end: "right" }[style.textAnchor] ?? "left";
    context.fillText(element.textContent, element.x.baseVal[0]?.value ?? 0, element.y.baseVal[0]?.value ?? 0);
    return;
  }
  const path = shape(element);
  if (fill && element.tagName !== "line") context.fill(path);
  if (stroke) context.stroke(path);
}

function shape(element) {
  const number = (name) => element[name].baseVal.value;
  if (element.tagName === "path") return new Path2D(element.getAttribute("d"));
  const path = new Path2D();
  if (element.tagName === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
  if (element.tagName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  if (element.tagName === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  }
  return path;
}

/** Draws all of one SVG whose upper left corner stands at these units of the picture. */
function draw(context, source, left, top) {
  const origin = source.getScreenCTM().inverse();
  for (const element of source.querySelectorAll("path, line, rect, text, circle")) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") continue;
    const place = origin.multiply(element.getScreenCTM());
    context.setTransform(SCALE * place.a, SCALE * place.b, SCALE * place.c, SCALE * place.d,
      SCALE * (place.e + left), SCALE * (place.f + top));
    paint(context, element, style);
  }
}

function picture() {
  const view = svg.viewBox.baseVal;
  const legend = [...document.querySelectorAll(".trend-legend > li")];
  const canvas = document.createElement("canvas");
  const top = PAD + LINE * (legend.length + 1);
  canvas.width = SCALE * (view.width + 2 * PAD);
  canvas.height = SCALE * (view.height + top + PAD);
  const context = canvas.getContext("2d");
  const body = getComputedStyle(document.body);
  context.fillStyle = body.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const write = (text, size, x, y) => {
    context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    context.fillStyle = body.color;
    context.textAlign = "left";
    context.font = `${size}px ${body.fontFamily}`;
    context.fillText(text, x, y, view.width + PAD - x);
  };
  write(button.dataset.picture, 15, PAD, PAD);
  legend.forEach((item, number) => {
    const y = PAD + LINE * (number + 1);
    draw(context, item.querySelector("svg"), PAD, y - 10);
    write(`${item.querySelector(".query").textContent}  ${item.querySelector(".sums").textContent}`, 12, PAD + 44, y);
  });
  draw(context, svg, PAD, top);
  return canvas;
}

if (svg && button) {
  button.hidden = false;
  button.addEventListener("click", () => picture().toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png"));
}
