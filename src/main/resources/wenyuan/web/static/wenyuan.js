// Comforts on top of pages that work without them. Nothing is kept in the browser, nothing is sent but what was asked.

const box = document.getElementById("q");
let composing = false;

document.addEventListener("compositionstart", () => { composing = true; });
// the Enter that ends a composition comes after compositionend in some browsers
document.addEventListener("compositionend", () => { setTimeout(() => { composing = false; }, 0); });
document.addEventListener("submit", (event) => { if (composing) event.preventDefault(); }, true);

// ---- keyboard: / to the box, n and p (or ↓ ↑ with Alt) through the marks
document.addEventListener("keydown", (event) => {
  if (event.isComposing || composing || event.ctrlKey || event.metaKey) return;
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.key === "Escape" && typing) { typing.blur(); return; }
  if (typing) return;
  const step = { n: 1, p: -1 }[event.key] ?? (event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined);
  if (event.key === "/" && box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (step !== undefined && stepper) {
    event.preventDefault();
    go(step);
  }
});

// ---- stepping through hits; one hit may be several marks when something else begins inside it
const stepper = document.getElementById("stepper");
const total = Number(stepper?.dataset.hits ?? 0);
let current = 0;

function marksOf(number) {
  const anchor = document.getElementById("h" + number);
  const next = document.getElementById("h" + (number + 1));
  return [...document.querySelectorAll("#main mark.hit")].filter((mark) =>
    anchor && anchor.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING &&
    !(next && next.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING));
}

function go(step) {
  if (total === 0) return;
  current = current === 0 && step < 0 ? total : ((current - 1 + step + total) % total) + 1;
  show(current);
}

function show(number) {
  current = number;
  document.querySelectorAll("mark.current").forEach((mark) => mark.classList.remove("current"));
  const marks = marksOf(number);
  marks.forEach((mark) => mark.classList.add("current"));
  marks[0]?.scrollIntoView({ block: "center" });
  stepper.querySelector(".position").textContent = number + " / " + total;
}

if (stepper && total > 0) {
  stepper.querySelectorAll("button").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => go(Number(button.dataset.step)));
  });
  stepper.querySelector(".count").addEventListener("click", (event) => { event.preventDefault(); show(1); });
  const wanted = /^#h(\d+)$/.exec(location.hash);
  if (wanted) show(Math.min(Number(wanted[1]), total));
}

// ---- evidence: light the sentence and the very words
function light(anchor) {
  document.querySelectorAll(".lit").forEach((lit) => lit.classList.remove("lit"));
  const place = document.getElementById(anchor);
  if (!place) return false;
  place.closest("details")?.setAttribute("open", "");
  place.closest(".sentence")?.classList.add("lit");
  document.querySelectorAll("#main .evidence." + CSS.escape(anchor)).forEach((run) => {
    run.classList.add("lit");
    run.closest(".sentence")?.classList.add("lit");
  });
  place.scrollIntoView({ block: place.closest(".claims") ? "nearest" : "center" });
  return true;
}

document.addEventListener("click", (event) => {
  const proof = event.target.closest("a.proof");
  if (!proof) return;
  const anchor = proof.hash.slice(1);
  if (light(anchor)) {
    event.preventDefault();
    history.replaceState(null, "", proof.hash);
    proof.classList.add("lit");
  }
});
if (/^#[ez]\d+$/.test(location.hash)) light(location.hash.slice(1));

// ---- the outline follows the reader
const entries = [...document.querySelectorAll(".outline li a")];
if (entries.length > 0) {
  const places = entries.map((entry) => document.getElementById(entry.hash.slice(1)));
  let waiting = false;
  const follow = () => {
    waiting = false;
    const above = places.filter((place) => place && place.getBoundingClientRect().top < 180).length;
    entries.forEach((entry, i) => entry.classList.toggle("here", i === above - 1));
  };
  document.addEventListener("scroll", () => {
    if (!waiting) { waiting = true; requestAnimationFrame(follow); }
  }, { passive: true });
  if (matchMedia("(max-width: 74rem)").matches) document.querySelector(".outline details").open = false;
}

// ---- copying. Over plain HTTP browsers offer no clipboard but to a selected field.
const copyText = async (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
};

const outlineButton = document.querySelector("[data-copy-outline]");
if (outlineButton) {
  outlineButton.hidden = false;
  outlineButton.addEventListener("click", async () => {
    const lines = [...document.querySelectorAll(".outline li")]
      .map((line) => "\u3000".repeat(Number(line.className.slice(-1)) - 1) + line.textContent.trim());
    await copyText(lines.join("\n"));
    const name = outlineButton.textContent;
    outlineButton.textContent = outlineButton.dataset.done;
    setTimeout(() => { outlineButton.textContent = name; }, 1500);
  });
}

// lists are fetched anew, so the page itself listens
document.documentElement.classList.add("scripted");
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button || button.dataset.name) return;
  button.dataset.name = button.textContent;
  await copyText(button.dataset.copy);
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = button.dataset.name; delete button.dataset.name; }, 1500);
});

// ---- what is selected in a text can be kept
const article = document.querySelector("article.text[data-clip]");
if (article) {
  const keep = document.createElement("a");
  keep.className = "keep-link";
  keep.textContent = article.dataset.clip;
  keep.hidden = true;
  document.body.append(keep);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const quote = selection.toString().trim();
    const inside = selection.rangeCount > 0 && article.contains(selection.getRangeAt(0).commonAncestorContainer);
    keep.hidden = !inside || quote.length < 2 || quote.length > 2000;
    if (keep.hidden) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    keep.style.left = `${Math.min(box.left + scrollX, scrollX + innerWidth - 96)}px`;
    keep.style.top = `${box.bottom + scrollY + 6}px`;
    keep.href = `/clippings/new?${new URLSearchParams({ document: article.dataset.document, quote })}`;
  });
}

// ---- brushing years: drag from bar to bar
let from = null;
let to = null;
let dragged = false;

const barAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("a.bar");
const paint = () => document.querySelectorAll(".years .bar").forEach((bar) => {
  const year = Number(bar.dataset.year);
  bar.classList.toggle("brushed", from !== null && Math.min(from, to) <= year && year <= Math.max(from, to));
});

document.addEventListener("pointerdown", (event) => {
  const bar = event.pointerType !== "touch" && event.button === 0 && event.target.closest("a.bar");
  if (!bar) return;
  from = to = Number(bar.dataset.year);
  dragged = false;
});
document.addEventListener("dragstart", (event) => { if (event.target.closest?.(".years")) event.preventDefault(); });
document.addEventListener("pointermove", (event) => {
  const bar = from !== null && event.buttons === 1 && barAt(event);
  if (!bar || Number(bar.dataset.year) === to) return;
  to = Number(bar.dataset.year);
  dragged = true;
  paint();
});
const open = () => {
  const base = document.querySelector(".years").dataset.base;
  const years = Math.min(from, to) + ".." + Math.max(from, to);
  location.assign(base + (base.includes("?") ? "&" : "?") + "year=" + years);
};
document.addEventListener("pointerup", () => {
  if (from === null) return;
  if (dragged) open();
  from = null;
});
// the click that ends a drag is no click on a bar
document.addEventListener("click", (event) => {
  if (dragged && event.target.closest("a.bar")) { event.preventDefault(); event.stopPropagation(); dragged = false; }
}, true);

// by keyboard: arrows go from bar to bar, with Shift they brush, Enter opens what is brushed
document.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.("a.bar");
  if (!bar) return;
  if (event.key === "Enter" && from !== null) { event.preventDefault(); open(); }
  const bars = [...document.querySelectorAll("a.bar")];
  const next = bars[bars.indexOf(bar) + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? NaN)];
  if (!next) return;
  event.preventDefault();
  const start = event.shiftKey ? from ?? Number(bar.dataset.year) : null;
  next.focus();
  from = start;
  to = Number(next.dataset.year);
  paint();
});
document.addEventListener("focusout", (event) => {
  if (!event.target.closest?.("a.bar")) return;
  from = null;
  paint();
});

// ---- an answer that is no page of results (the first page, the login, a problem, none at all) is gone to like any other
document.addEventListener("htmx:beforeSwap", (event) => {
  const { boosted, pathInfo, serverResponse, isError } = event.detail;
  if (!boosted || (!isError && serverResponse.includes('id="results"'))) return;
  event.detail.shouldSwap = false;
  location.assign(pathInfo.responsePath ?? pathInfo.finalRequestPath);
});
document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.boosted) location.assign(event.detail.pathInfo.finalRequestPath);
});

// ---- results are exchanged below the fingers: the focus stays on the link that was followed, else it goes to what was found
const named = (link) => [
  link.closest("details")?.querySelector("summary") ?? link.closest("[aria-label]")?.ariaLabel,
  link.querySelector(".name") ?? link,
].map((part) => part?.textContent ?? part).join("/");
let followed = "";
document.addEventListener("htmx:beforeSwap", () => {
  const link = document.activeElement.closest("#results a");
  followed = link ? named(link) : "";
});
document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement !== document.body) return;
  [...document.querySelectorAll("#results a")].find((link) => named(link) === followed)?.focus({ preventScroll: true });
  if (document.activeElement === document.body) document.querySelector("#results .found")?.focus({ preventScroll: true });
});
