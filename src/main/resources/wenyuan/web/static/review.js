// Keys of the review queue, on top of forms that work without them. Enter is the form's own; arrows up and down are the radios' own.

const form = document.getElementById("decide");
let composing = false;
document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", () => { setTimeout(() => { composing = false; }, 0); });

const fields = [...document.querySelectorAll("#decide fieldset")];
const radios = (field) => [...field.querySelectorAll("input[type=radio]")];
const active = () => document.activeElement?.closest?.("#decide fieldset") ?? fields.find((field) => field.classList.contains("active")) ?? fields[0];
const focusOn = (field) => (radios(field).find((radio) => radio.checked) ?? radios(field)[0]).focus({ preventScroll: true });

function move(field) {
  focusOn(field);
  field.scrollIntoView({ block: "nearest" });
}

function mark() {
  const here = active();
  fields.forEach((field) => field.classList.toggle("active", field === here));
}

function choose(key) {
  const field = active();
  const radio = radios(field).find((one) => one.dataset.key === key);
  if (!radio) return;
  radio.checked = true;
  const next = fields[fields.indexOf(field) + 1];
  if (next) move(next); else radio.focus();
}

function other() {
  const field = active();
  field.querySelector("input[value=other]").checked = true;
  field.querySelector(".other").focus();
}

// what is chosen or typed beside 其他 is meant
document.querySelectorAll("#decide .other").forEach((input) => input.addEventListener("input", () => {
  input.closest("fieldset").querySelector("input[value=other]").checked = true;
}));
document.querySelectorAll("#decide input[value=other]").forEach((radio) => radio.addEventListener("change", () => {
  if (radio.checked && document.activeElement !== radio) radio.closest("fieldset").querySelector(".other").focus();
}));
document.addEventListener("focusin", mark);

document.addEventListener("keydown", (event) => {
  if (event.isComposing || composing || event.keyCode === 229) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const typing = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  if (typing) {
    if (event.key === "Escape" && typing.closest("#decide")) {
      const field = typing.closest("fieldset");
      radios(field)[0].checked = true;
      focusOn(field);
      event.preventDefault();
    } else if (event.key === "Enter" && typing.matches("#decide select")) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "u") {
    event.preventDefault();
    document.getElementById("undo")?.requestSubmit();
  }
  if (!form) return;
  if (/^[0-9]$/.test(key)) {
    event.preventDefault();
    choose(key);
  } else if (key === "o") {
    event.preventDefault();
    other();
  } else if (key === "s") {
    event.preventDefault();
    form.requestSubmit(document.getElementById("skip"));
  } else if (key === "arrowleft" || key === "arrowright") {
    event.preventDefault();
    const next = fields[fields.indexOf(active()) + (key === "arrowright" ? 1 : -1)];
    if (next) move(next);
  } else if (key === "enter" && !event.target.closest("a, button, input")) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// a second press of a key while the next text is on its way must not decide that one, nor this one twice
document.addEventListener("submit", (event) => {
  if (document.body.dataset.sent) { event.preventDefault(); return; }
  if (!event.defaultPrevented && event.target.closest(".review")) document.body.dataset.sent = "yes";
});
addEventListener("pageshow", () => { delete document.body.dataset.sent; });

if (fields.length > 0 && !document.activeElement?.closest?.("#decide")) focusOn(fields[0]);
mark();
