// Comforts of the pages of administration, which work without them: uploads file by file with progress, live numbers.

// ---- live numbers: what is told comes from the store, so a reload or a second browser sees the same
const live = () => document.getElementById("live");
let source = null;
let fetched = 0;
let later = 0;
const PAUSE = 2000;

function listen() {
  source?.close();
  const address = live()?.dataset.events;
  if (!address) return;
  source = new EventSource(address);
  source.addEventListener("imports", (event) => {
    const told = JSON.parse(event.data);
    told.imports.forEach(show);
    clearTimeout(later);
    if (told.version !== live().dataset.version) {
      refresh();
      later = setTimeout(() => { if (told.version !== live()?.dataset.version) refresh(); }, PAUSE + 100);
    }
  });
}

function show(run) {
  const place = document.querySelector(`[data-import="${run.id}"]`);
  if (!place) return;
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
  const counts = { ...run.tally, failed: sum(run.tally.failed), skipped: sum(run.tally.skipped) };
  for (const [name, count] of Object.entries(counts)) {
    const cell = place.querySelector(`[data-count="${name}"]`);
    if (cell) cell.textContent = count;
  }
  place.querySelector("[data-bad]")?.classList.toggle("bad", counts.failed > 0);
  const bar = place.querySelector(".ratio");
  if (bar && counts.seen > 0) draw(bar, counts);
  const rate = place.querySelector("[data-rate]");
  if (rate && run.tally.seen > 0) rate.textContent = fill(live().dataset.rate, { n: run.perSecond });
}

function draw(bar, counts) {
  const parts = [
    ["stored", counts.stored + counts.split], ["unchanged", counts.unchanged + counts.duplicate],
    ["skipped", counts.skipped], ["held", counts.held], ["failed", counts.failed]];
  let before = 0;
  bar.replaceChildren(...parts.filter(([, count]) => count > 0).map(([name, count]) => {
    const part = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    part.setAttribute("class", "part-" + name);
    part.setAttribute("x", (1000 * before) / counts.seen);
    part.setAttribute("width", (1000 * count) / counts.seen);
    part.setAttribute("height", 6);
    before += count;
    return part;
  }));
}

// what more than numbers has changed is fetched anew, but not under the fingers: the focus stays where it was
async function refresh() {
  if (Date.now() - fetched < PAUSE) return;
  fetched = Date.now();
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.redirected || !answer.ok) { location.reload(); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("live");
  if (!fresh) return;
  const focus = live().contains(document.activeElement) ? document.activeElement.id : "";
  const listened = fresh.dataset.events === live().dataset.events;
  live().replaceWith(document.adoptNode(fresh));
  if (focus) document.getElementById(focus)?.focus();
  if (!listened) listen();
}

listen();
addEventListener("pagehide", () => source?.close());

// ---- upload: one request a file, so that a large folder shows how far it is and one bad file stops nothing
const form = document.getElementById("upload");
if (form) begin(form);

function begin(form) {
  const part = (id) => document.getElementById(id);
  const [drop, chosen, problem, progress, cancel] =
    ["drop", "upload-chosen", "upload-problem", "upload-progress", "upload-cancel"].map(part);
  const bar = progress.querySelector("progress");
  const status = progress.querySelector("p");
  const button = form.querySelector("[type=submit]");
  const limits = { files: +form.dataset.files, file: +form.dataset.fileBytes, total: +form.dataset.totalBytes };
  let files = []; // {path, file, sent}
  let upload = null;
  let sending = [];
  let stopped = false;

  form.querySelectorAll("input[type=file]").forEach((input) => {
    input.classList.add("hidden");
    input.addEventListener("change", () => {
      add([...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
      input.value = "";
    });
  });
  chosen.hidden = false;

  // -- dragging
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    // entries are to be had only before the first wait
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = entries.length === 0 ? [...event.dataTransfer.files].map((file) => ({ path: file.name, file })) : [];
    const found = [];
    for (const entry of entries) await walk(entry, "", found);
    add(plain.concat(found));
  });
  // a file dropped beside the box must not replace the page
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());

  async function walk(entry, folder, found) {
    const path = folder + entry.name;
    if (entry.isFile) {
      const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
      found.push({ path, file });
    } else {
      const reader = entry.createReader();
      const next = () => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      // a reader gives a hundred entries at a time, and none at the end
      for (let some = await next(); some.length > 0; some = await next()) {
        for (const child of some) await walk(child, path + "/", found);
      }
    }
  }

  // -- what is chosen
  function add(more) {
    files = files.concat(more);
    const bytes = total();
    chosen.textContent = fill(chosen.dataset.chosen, { n: files.length, size: size(bytes) });
    const large = files.length > limits.files || bytes > limits.total || files.some((it) => it.file?.size > limits.file);
    complain(large ? problem.dataset.large : "");
    button.disabled = large;
  }

  function total() {
    return files.reduce((sum, it) => sum + (it.file?.size ?? 0), 0);
  }

  // -- sending
  form.addEventListener("submit", async (event) => {
    if (files.length === 0) { event.preventDefault(); part("upload-files").click(); return; }
    event.preventDefault();
    complain("");
    busy(true);
    try {
      upload ??= (await ask("POST", "/api/uploads")).id;
      const waiting = files.filter((it) => !it.sent);
      await Promise.all([1, 2, 3].map(async () => {
        while (waiting.length > 0 && !stopped) await send(waiting.shift());
      }));
      if (stopped) return;
      const name = encodeURIComponent(form.elements.collection.value);
      const done = await ask("POST", `/api/uploads/${upload}/finish?collection=${name}`);
      status.textContent = status.dataset.done;
      removeEventListener("beforeunload", warn);
      location.assign(done.location);
    } catch (failure) {
      if (stopped) return;
      stopAll();
      complain(failure.message);
      button.textContent = problem.dataset.again;
      busy(false);
    }
  });

  cancel.addEventListener("click", async () => {
    stopped = true;
    stopAll();
    if (upload !== null) await ask("DELETE", `/api/uploads/${upload}`).catch(() => {});
    removeEventListener("beforeunload", warn);
    location.reload();
  });

  function send(it) {
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(fill(problem.dataset.failed, { name: it.path, why })));
      if (!it.file) { fail(problem.dataset.unreadable); return; }
      const request = new XMLHttpRequest();
      sending.push(request);
      request.open("PUT", `/api/uploads/${upload}/files?path=${encodeURIComponent(it.path)}`);
      request.setRequestHeader("X-CSRF-Token", form.dataset.csrf);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.onprogress = (event) => { it.loaded = event.loaded; report(); };
      request.onload = () => {
        if (request.status === 204) { it.sent = true; it.loaded = it.file.size; report(); resolve(); return; }
        fail(message(request.responseText, request.status));
      };
      request.onerror = () => fail(problem.dataset.unreadable);
      request.onabort = () => resolve();
      request.send(it.file);
    });
  }

  function stopAll() {
    sending.forEach((request) => request.abort());
    sending = [];
  }

  async function ask(method, address) {
    const answer = await fetch(address, { method, headers: { "X-CSRF-Token": form.dataset.csrf } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(message(text, answer.status));
    return text ? JSON.parse(text) : {};
  }

  function message(text, code) {
    try { return JSON.parse(text).error.message; } catch { return String(code); }
  }

  function report() {
    const bytes = files.reduce((sum, it) => sum + (it.loaded ?? 0), 0);
    bar.value = total() > 0 ? (1000 * bytes) / total() : 0;
    const values = { n: files.filter((it) => it.sent).length, total: files.length, size: size(bytes) };
    status.textContent = fill(status.dataset.sending, values);
  }

  function busy(on) {
    progress.hidden = false;
    button.disabled = on;
    cancel.hidden = false;
    if (on) addEventListener("beforeunload", warn); else removeEventListener("beforeunload", warn);
    report();
  }

  function complain(text) {
    problem.textContent = text;
    problem.hidden = text === "";
  }
}

function warn(event) {
  event.preventDefault();
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

function size(bytes) {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  while (bytes >= 1024 && unit < units.length - 1) { bytes /= 1024; unit++; }
  return (unit === 0 || Number.isInteger(bytes) ? bytes : bytes.toFixed(1)) + " " + units[unit];
}

// ---- dictionary: one key a word
function decideByKey(event) {
  const row = event.target.closest?.(".proposals li");
  const rows = [...document.querySelectorAll(".proposals li")];
  const typing = event.target.matches?.("input:not([type=radio]), textarea");
  if (!rows.length || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const at = rows.indexOf(row);
  const value = { y: "accept", n: "reject", " ": "later" }[event.key];
  if (value && row) {
    event.preventDefault();
    row.querySelector(`input[value=${value}]`).checked = true;
    focusRow(rows[at + 1] ?? row);
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    focusRow(rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === "j" ? 1 : -1)))]);
  }
}

function focusRow(row) {
  row?.querySelector("input:checked").focus();
}

// on the document: the list comes and goes while words are looked for
document.addEventListener("keydown", decideByKey);
