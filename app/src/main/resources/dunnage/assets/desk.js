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
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, button, a, summary");
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.getElementById("q")?.focus();
    }
    return;
  }
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  } else if (event.key === "j") {
    select(current + 1);
  } else if (event.key === "k") {
    select(current - 1);
  } else if (current >= 0 && rows[current].querySelector(`[data-key="${CSS.escape(event.key)}"]`)) {
    event.preventDefault();
    rows[current].querySelector(`[data-key="${CSS.escape(event.key)}"]`).click();
  } else if (event.key === "Enter" && !typing && current >= 0) {
    rows[current].querySelector("a")?.click();
  }
});

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

// Work that goes on: the page looks again.
const waiting = document.querySelector("[data-refresh]");
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.refresh) * 1000);
