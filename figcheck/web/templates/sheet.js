// Ticks and proofs, kept in the browser by the text of the story, and saved as a file. Without it the page prints as well.
(function () {
  "use strict";
  const PREFIX = "figcheck-sheet:";
  const all = (what, within) => Array.from((within || document).querySelectorAll(what));
  const one = (name) => document.getElementById(name);
  const sheets = all(".sheet");
  const rows = all(".row");
  let store = null;
  try {
    store = window.localStorage;
    store.setItem(PREFIX + "test", "1");
    store.removeItem(PREFIX + "test");
  } catch (error) { store = null; one("no-storage").hidden = false; }

  const box = (row) => row.querySelector("input");
  const proof = (row) => row.querySelector("textarea");

  // The name of a row in its story: its sentence, and its place among the figures of that sentence.
  function name(row) {
    const body = row.parentNode;
    return body.dataset.key + "-" + all(".row", body).indexOf(row);
  }

  function state(sheet) {
    const out = {};
    all(".row", sheet).forEach((row) => {
      if (box(row).checked || proof(row).value) { out[name(row)] = [box(row).checked, proof(row).value]; }
    });
    return out;
  }

  function keep(sheet) {
    if (!store) { return; }
    const kept = { path: sheet.dataset.path, time: Date.now(), rows: state(sheet) };
    try {
      if (Object.keys(kept.rows).length) { store.setItem(PREFIX + sheet.dataset.key, JSON.stringify(kept)); }
      else { store.removeItem(PREFIX + sheet.dataset.key); }
    } catch (error) { one("no-storage").hidden = false; }
  }

  function read(key) {
    try {
      const kept = JSON.parse(store.getItem(key));
      return kept && typeof kept.rows === "object" && kept.rows ? kept : null;
    } catch (error) { return null; }
  }

  function put(sheet, kept) {
    all(".row", sheet).forEach((row) => {
      const was = Object.hasOwn(kept.rows, name(row)) ? kept.rows[name(row)] : null;
      if (Array.isArray(was)) { box(row).checked = was[0] === true; proof(row).value = String(was[1] || ""); }
    });
  }

  // What was ticked in another text of the same story: offered, never taken over unasked.
  function earlier(sheet) {
    let last = null;
    for (let n = 0; n < store.length; n += 1) {
      const key = store.key(n);
      if (key.startsWith(PREFIX) && key !== PREFIX + sheet.dataset.key) {
        const kept = read(key);
        if (kept && kept.path === sheet.dataset.path && (!last || kept.time > last.time)) { last = kept; }
      }
    }
    return last;
  }

  function restore(sheet) {
    const kept = read(PREFIX + sheet.dataset.key);
    if (kept) { put(sheet, kept); return; }
    const old = earlier(sheet);
    if (!old) { return; }
    const notice = sheet.querySelector(".changed");
    notice.hidden = false;
    notice.querySelector("button").addEventListener("click", () => {
      put(sheet, old);
      notice.hidden = true;
      keep(sheet);
      count();
    });
  }

  function count() {
    const done = rows.filter((row) => box(row).checked).length;
    one("done").textContent = done + " of " + rows.length + " checked";
  }

  const text = (row, what) => { const cell = row.querySelector(what); return cell ? cell.textContent.trim() : ""; };

  function table() {
    return rows.map((row) => {
      const sheet = row.closest(".sheet").dataset;
      const words = row.parentNode.querySelector(".words").cloneNode(true);
      all("sup", words).forEach((mark) => mark.remove());
      return {
        story: sheet.path, title: sheet.title, publisher: sheet.publisher, published: sheet.published,
        number: Number(row.dataset.number), place: row.parentNode.dataset.place, figure: text(row, ".figure"),
        sentence: words.textContent.trim(), counts: text(row, ".counts"), where: text(row, ".at"), when: text(row, ".on"),
        source: text(row, "td.source"), notes: all(".notes p", row).map((note) => note.textContent),
        checked: box(row).checked, proof: proof(row).value,
      };
    });
  }

  // No cell is a formula: as figcheck writes its own CSV.
  function cell(value) {
    const shown = String(value);
    const harmless = /^[\s\u200b-\u200f\u2060-\u2064\ufeff\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? "'" + shown : shown;
    return /[",\r\n]/.test(harmless) ? '"' + harmless.replace(/"/g, '""') + '"' : harmless;
  }

  function csv() {
    const head = ["Story", "Title", "Publisher", "Published", "No.", "Place", "Figure", "Sentence", "What it counts",
      "Where", "When", "Source", "Notes", "Checked", "Proof"];
    const lines = table().map((row) => [
      row.story, row.title, row.publisher, row.published, row.number, row.place, row.figure, row.sentence, row.counts,
      row.where, row.when, row.source, row.notes.join("; "), row.checked ? "yes" : "", row.proof,
    ]);
    return "\ufeff" + [head].concat(lines).map((line) => line.map(cell).join(",") + "\r\n").join("");
  }

  function save(content, type, suffix) {
    const first = sheets.length === 1 ? sheets[0].dataset.path.split(/[\\/]/).pop() : "";
    const stem = first.replace(/\.[^.]*$/, "").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: type }));
    link.download = (stem ? stem + "-" : "") + "figures." + suffix;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  if (store) { sheets.forEach(restore); }
  count();
  document.addEventListener("input", (event) => {
    const sheet = event.target.closest(".sheet");
    if (sheet) { keep(sheet); count(); }
  });
  one("bar").hidden = !rows.length;
  one("open-only").addEventListener("input", (event) => {
    one("main").classList.toggle("open-only", event.target.checked);
  });
  one("csv").addEventListener("click", () => save(csv(), "text/csv;charset=utf-8", "csv"));
  one("json").addEventListener("click", () => save(JSON.stringify(table(), null, 2) + "\n", "application/json", "json"));
}());
