// What a page does more of with a script; each page works without it.
"use strict";

// j and k walk through the rows that one can open, Enter opens; / goes to the search.
const rows = [...document.querySelectorAll(".task, .line.alert, tr[data-href]")];
let current = -1;
function select(next) {
  if (rows.length === 0) return;
  rows[current]?.classList.remove("current");
  current = Math.max(0, Math.min(rows.length - 1, next));
  rows[current].classList.add("current");
  rows[current].scrollIntoView({ block: "nearest" });
}
const palette = document.getElementById("palette");
const sheet = document.getElementById("key-sheet");
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, button, a, summary");
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key.toLowerCase() === "k" && !event.altKey) {
      event.preventDefault();
      openPalette();
    }
    return;
  }
  if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
  if (event.key === "Enter") {
    if (!typing && current >= 0) rows[current].querySelector("a")?.click();
  } else if (document.documentElement.dataset.keys === "off") {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  } else if (event.key === "?") {
    event.preventDefault();
    sheet?.showModal();
  } else if (event.key === "j") {
    select(current + 1);
  } else if (event.key === "k") {
    select(current - 1);
  } else if (current >= 0 && rows[current].querySelector(`[data-key="${CSS.escape(event.key)}"]`)) {
    event.preventDefault();
    rows[current].querySelector(`[data-key="${CSS.escape(event.key)}"]`).click();
  }
});
for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.close).close());
}

// The palette: pages and actions that stand in it, and debtors as one types.
const asked = document.getElementById("palette-q");
const list = document.getElementById("palette-list");
const standing = list ? [...list.children] : [];
let typed = "";
let wait = 0;
function openPalette() {
  if (!palette) {
    document.getElementById("q")?.focus();
  } else if (!palette.open) {
    sheet?.close();
    asked.value = "";
    propose();
    palette.showModal();
  }
}
function option(words, small, href) {
  const made = document.createElement("li");
  made.setAttribute("role", "option");
  made.dataset.href = href;
  made.append(Object.assign(document.createElement("span"), { textContent: words }));
  if (small) made.append(Object.assign(document.createElement("small"), { textContent: small }));
  return made;
}
function shown() {
  return [...list.children].filter((one) => !one.hidden);
}
function choose(one) {
  for (const other of list.children) other.setAttribute("aria-selected", String(other === one));
  if (!one) return asked.removeAttribute("aria-activedescendant");
  asked.setAttribute("aria-activedescendant", one.id);
  one.scrollIntoView({ block: "nearest" });
}
function show(found) {
  const words = typed.toLocaleLowerCase();
  for (const one of standing) one.hidden = !one.textContent.toLocaleLowerCase().includes(words);
  const all = typed && option(palette.dataset.find.replace("{0}", () => typed), "", `/search?q=${encodeURIComponent(typed)}`);
  const debtors = found.map((one) => option(one.name, [one.number === one.name ? "" : one.number, one.country].filter(Boolean).join(" · "), `/debtors/${one.id}`));
  list.replaceChildren(...standing, ...debtors, ...(all ? [all] : []));
  [...list.children].forEach((one, place) => { one.id = `palette-${place}`; });
  choose(shown()[0]);
}
function propose() {
  typed = asked.value.trim();
  clearTimeout(wait);
  show([]);
  if (typed) wait = setTimeout(find, 150, typed);
}
async function find(words) {
  try {
    const answer = await fetch(`/search.json?q=${encodeURIComponent(words)}`, { redirect: "error", headers: { Accept: "application/json" } });
    const found = answer.ok ? await answer.json() : [];
    // a later question may have been asked meanwhile
    if (words === typed) show(found);
  } catch { // signed out, or the server is away: the search says so
  }
}
if (palette) {
  asked.addEventListener("input", propose);
  asked.addEventListener("keydown", (event) => {
    const all = shown();
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.isComposing || all.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(all[at].dataset.href);
    }
  });
  list.addEventListener("click", (event) => {
    const one = event.target.closest("[role=option]");
    if (one) location.assign(one.dataset.href);
  });
  for (const dialog of [palette, sheet]) {
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  }
}

// Copies a sentence.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () =>
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim()));
}

// Prints the page.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A file may be dropped anywhere in its panel.
for (const form of document.querySelectorAll("[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  for (const over of ["dragover", "dragenter"]) {
    form.addEventListener(over, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    input.files = event.dataTransfer.files;
  });
}

// A list may be dropped anywhere: it is looked at, and nothing is written before one says so.
const anywhere = document.getElementById("drop-anywhere");
if (anywhere && !document.querySelector("[data-drop]")) {
  addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.types].includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    anywhere.querySelector("input").files = event.dataTransfer.files;
    anywhere.submit();
  });
}

// Work that goes on: the page looks again.
const waiting = document.querySelector("[data-refresh]");
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.refresh) * 1000);
