// Passages are dragged into order; without scripts the buttons 上移 and 下移 do the same.
const list = document.querySelector("[data-order]");
let dragged = null;

// an order that was not taken is not shown: the page as it is, or the login, takes its place
const save = async () => {
  const clips = [...list.children].map((item) => item.dataset.clip).join(",");
  const body = new URLSearchParams({ csrf: list.dataset.csrf, clips });
  const answer = await fetch(list.dataset.order, { method: "POST", body }).catch(() => null);
  if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) location.reload();
};

if (list) {
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    dragged = null;
    save();
  });
  // a field is for writing in, not for dragging by
  list.addEventListener("focusin", (event) => {
    if (event.target.matches("input")) event.target.closest("li").draggable = false;
  });
  list.addEventListener("focusout", (event) => {
    const item = event.target.closest("li");
    if (item) item.draggable = true;
  });
}
