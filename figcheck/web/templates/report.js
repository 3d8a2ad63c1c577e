// The filter, the keys, and findings that stand level with their marks. Without it the page reads the same.
(function () {
  "use strict";
  const all = (what, within) => Array.from((within || document).querySelectorAll(what));
  const one = (name) => document.getElementById(name);
  const cards = all(".card");
  const stories = all(".story");
  const bar = one("bar");
  const wide = window.matchMedia("(min-width: 56rem)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let shown = cards;
  let now = null;

  function numbers(node) { return (node.dataset.n || "").split(" "); }

  // Findings beside their marks: as low as the mark stands, but never on each other.
  function align(story) {
    const beside = story.querySelector(".cards");
    if (!beside || !wide.matches) { return; }
    const here = all(":scope > .card:not([hidden])", beside);
    here.forEach((card) => card.style.removeProperty("--push"));
    const top = beside.getBoundingClientRect().top;
    const marks = new Map();
    all("mark[data-n]", story).forEach((mark) => numbers(mark).forEach((n) => {
      if (!marks.has(n)) { marks.set(n, mark.getBoundingClientRect().top - top); }
    }));
    const boxes = here.map((card) => card.getBoundingClientRect());
    let pushed = 0;
    here.forEach((card, place) => {
      const mark = marks.get(card.id.slice(1));
      const push = mark === undefined ? 0 : Math.max(0, mark - 4 - (boxes[place].top - top + pushed));
      card.style.setProperty("--push", push + "px");
      pushed += push;
    });
  }
  const seen = new Set();
  const watch = new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (entry.isIntersecting && !seen.has(entry.target)) { seen.add(entry.target); align(entry.target); }
  }), { rootMargin: "100% 0px" });
  stories.forEach((story) => watch.observe(story));
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => seen.forEach(align), 150);
  });

  function filter() {
    const levels = new Set(all("[name=level]:checked", bar).map((box) => box.value));
    const rule = bar.elements.rule.value;
    const only = bar.elements.only && bar.elements.only.checked;
    const off = new Set();
    shown = cards.filter((card) => {
      const on = levels.has(card.dataset.level) && (!rule || card.dataset.rule === rule);
      card.hidden = !on;
      if (!on) { off.add(card.id.slice(1)); }
      return on;
    });
    all("mark[data-n]").forEach((mark) => mark.classList.toggle("off", numbers(mark).every((n) => off.has(n))));
    all("sup > .badge[href]").forEach((badge) => { badge.parentNode.hidden = off.has(badge.hash.slice(2)); });
    all(".pointers li").forEach((item) => { item.hidden = off.has(item.dataset.n); });
    stories.forEach((story) => {
      story.hidden = Boolean(only) && !story.querySelector(".card:not([hidden]), .pointers li:not([hidden])");
    });
    one("shown").textContent = shown.length === cards.length ? "" : shown.length + " of " + cards.length + " shown";
    seen.forEach(align);
  }

  // Far away it jumps, and once more when what it passes over has been laid out; near by it glides, where that is liked.
  function show(node) {
    const box = node.getBoundingClientRect();
    const block = box.height > window.innerHeight * 0.7 ? "start" : "center";
    if (Math.abs(box.top) > 3 * window.innerHeight || still.matches) {
      node.scrollIntoView({ block: block, behavior: "instant" });
      requestAnimationFrame(() => requestAnimationFrame(() => node.scrollIntoView({ block: block, behavior: "instant" })));
    } else { node.scrollIntoView({ block: block, behavior: "smooth" }); }
  }

  function go(card) {
    if (now) { now.classList.remove("now"); }
    all("mark.now").forEach((mark) => mark.classList.remove("now"));
    now = card;
    card.classList.add("now");
    const story = card.closest(".story");
    if (!seen.has(story)) { seen.add(story); align(story); }
    all("mark[data-n]", story).forEach((mark) => {
      mark.classList.toggle("now", numbers(mark).includes(card.id.slice(1)));
    });
    card.focus({ preventScroll: true });
    show(card);
    if (bar) { one("shown").textContent = shown.indexOf(card) + 1 + " of " + shown.length; }
  }

  function step(by) {
    if (!shown.length) { return; }
    const at = shown.indexOf(now);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    go(shown[next]);
  }

  function toText() {
    const spot = now && now.querySelector(".spot[href]");
    const mark = spot && one(spot.hash.slice(1));
    if (!mark) { return; }
    all(".lit").forEach((node) => node.classList.remove("lit"));
    mark.classList.add("lit");
    show(mark);
  }

  const keysOn = () => { const box = document.querySelector("[name=keys]"); return !box || box.checked; };
  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), t: toText,
    f: () => { if (bar) { bar.scrollIntoView({ block: "nearest" }); bar.querySelector("input, select").focus(); } },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !keysOn()) { return; }
    if (event.target.closest("select, textarea, input:not([type=checkbox])")) { return; }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) { event.preventDefault(); act(); }
  });

  function follow() {
    let name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    const target = name && one(name);
    if (!target) { return; }
    const closed = target.closest("details:not([open])");
    if (closed) { closed.open = true; target.scrollIntoView(); }
    if (target.classList.contains("card")) { go(target); }
  }
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => all(".more > details:first-of-type").forEach((one) => { one.open = true; }));

  if (bar) {
    bar.hidden = false;
    bar.addEventListener("submit", (event) => event.preventDefault());
    bar.addEventListener("input", filter);
    one("next").addEventListener("click", () => step(1));
    one("previous").addEventListener("click", () => step(-1));
  }
  const off = one("keys-off");
  if (off) { off.hidden = false; }
  follow();
}());
