// What may be typed next, below the search box. Without this file, or while an input method is composing, there is just the box.

const input = document.querySelector("#q[data-suggest]");
const PAUSE = 120;

if (input) {
  const say = input.dataset;
  const list = document.createElement("ul");
  list.id = "q-suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.suggestName);
  input.form.append(list);

  // type=search may not be a combobox, and clears itself with Escape
  input.type = "text";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let composing = false;
  let waiting = 0;
  let asked = null;
  let options = [];
  let active = -1;
  let typed = input.value;

  const close = () => {
    clearTimeout(waiting);
    asked?.abort();
    asked = null;
    list.hidden = true;
    list.replaceChildren();
    options = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const option = (completion, number) => {
    const row = document.createElement("li");
    row.id = list.id + "-" + number;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.className = "text";
    let same = 0;
    while (same < typed.length && completion.text[same] === typed[same]) same++;
    const kept = document.createElement("span");
    kept.className = "typed";
    kept.textContent = completion.text.slice(0, same);
    text.append(kept, completion.text.slice(same));
    const about = document.createElement("span");
    about.className = "about";
    about.textContent = say[completion.kind] + " · " + say.count.replace("#", completion.count);
    row.append(text, " ", about);
    // the box keeps the focus
    row.addEventListener("pointerdown", (event) => event.preventDefault());
    row.addEventListener("click", () => take(completion.text));
    return row;
  };

  const open = (completions) => {
    options = completions;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...completions.map(option));
    list.hidden = completions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const choose = (number) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = number;
    const row = list.children[active];
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const take = (text) => {
    close();
    input.value = text;
    input.form.requestSubmit();
  };

  const ask = async () => {
    asked?.abort();
    const atEnd = input.selectionStart === input.value.length;
    if (composing || !atEnd || !input.value.trim() || document.activeElement !== input) { close(); return; }
    typed = input.value;
    asked = new AbortController();
    const mine = asked;
    try {
      const answer = await fetch(`${say.suggest}?${new URLSearchParams({ q: typed })}`, { signal: mine.signal });
      const completions = answer.ok ? await answer.json() : [];
      if (mine === asked && !composing) open(completions);
    } catch {
      // given up for a later one, or no network: there is just the box
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };

  input.addEventListener("compositionstart", () => { composing = true; close(); });
  input.addEventListener("compositionend", () => { composing = false; later(); });
  input.addEventListener("input", (event) => {
    if (composing || event.isComposing) return;
    if (input.value.trim()) later();
    else close();
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  addEventListener("pageshow", close);

  input.addEventListener("keydown", (event) => {
    if (composing || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.altKey) return;
    if (step && list.hidden) {
      if (step > 0) { event.preventDefault(); ask(); }
    } else if (step) {
      event.preventDefault();
      // one place more than options: none chosen, the text as typed
      const places = options.length + 1;
      choose(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(options[active].text);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab" || event.key === "Enter") {
      close();
    }
  });
}
