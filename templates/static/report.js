// What the page can do beyond being read: narrow and sort the list, move by keys, copy a citation, note decisions.
// Everything it needs stands in the markup; it makes elements and text, never mark-up from text, and keeps nothing.
"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // make("p", { className: "quiet" }, "some ", element): text is text whatever it holds
  const make = (name, properties, ...children) => {
    const { data = {}, ...rest } = properties;
    const element = Object.assign(document.createElement(name), rest);
    Object.assign(element.dataset, data);
    element.append(...children);
    return element;
  };

  // "#100%" is no encoded name: then the name is what stands there
  const nameIn = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  };

  const list = find("#list");
  const rows = list ? [...list.children] : [];
  const cardOf = (row) => document.getElementById(row.dataset.of);

  // --- saying what happened ---

  const toast = make("p", { className: "toast", role: "status", hidden: true });
  document.body.append(toast);
  let fading;
  const say = (text) => {
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(fading);
    fading = setTimeout(() => { toast.hidden = true; }, 4000);
  };

  // --- narrowing and sorting the list ---

  const search = find("#search");
  const choices = all("[data-narrows]");
  const words = new Map();

  const wordsOf = (row) => {
    if (!words.has(row)) words.set(row, `${row.textContent} ${cardOf(row)?.textContent ?? ""}`.toLowerCase());
    return words.get(row);
  };

  const hide = (element, away) => {
    if (away) element.setAttribute("hidden", "until-found"); // the browser's own search still looks inside
    else element.removeAttribute("hidden");
  };

  const narrow = () => {
    const wanted = choices.filter((choice) => choice.value).map((choice) => [choice.dataset.narrows, choice.value]);
    const sought = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (row) => wanted.every(([name, value]) => row.dataset[name].split("\n").includes(value))
      && sought.every((word) => wordsOf(row).includes(word));
    const kept = rows.filter(fits);
    const shown = new Set(kept);
    const cards = new Set(kept.map(cardOf));
    const narrowed = kept.length < rows.length;
    for (const row of rows) hide(row, !shown.has(row));
    for (const card of all(".conflict")) hide(card, narrowed && !cards.has(card));
    for (const incident of all(".incident")) {
      hide(incident, narrowed && !all(".conflict", incident).some((card) => cards.has(card)));
    }
    find("#shown").textContent = narrowed ? `${kept.length} of ${rows.length} conflicts shown.` : "";
    find("#clear").hidden = !narrowed;
  };

  const orders = {
    day: (row) => row.dataset.day,
    origins: (row) => row.dataset.origins.padStart(9, "0"),
  };

  const sort = () => {
    const by = find("#sort").value;
    const sorted = [...rows];
    if (orders[by]) sorted.sort((a, b) => (orders[by](a) < orders[by](b) ? 1 : orders[by](a) > orders[by](b) ? -1 : 0));
    if (by === "incident") {
      const name = new Map(rows.map((row) => [row, find(".about bdi", row).textContent]));
      sorted.sort((a, b) => name.get(a).localeCompare(name.get(b)));
    }
    list.append(...sorted);
  };

  const choose = (name, value) => {
    const choice = choices.find((each) => each.dataset.narrows === name);
    if (choice && [...choice.options].some((option) => option.value === value)) choice.value = value;
  };

  const clear = () => {
    search.value = "";
    for (const choice of choices) choice.value = "";
    narrow();
  };

  if (find("#tools")) {
    find("#tools").hidden = false;
    search.addEventListener("input", narrow);
    for (const choice of choices) choice.addEventListener("change", narrow);
    find("#sort").addEventListener("change", sort);
    find("#clear").addEventListener("click", clear);
    for (const link of all("#counts a")) {
      link.addEventListener("click", () => {
        if (!link.hash.endsWith("conflicts")) return;
        clear();
        for (const name of ["band", "state"]) if (link.dataset[name]) choose(name, link.dataset[name]);
        narrow();
      });
    }
  }

  // --- arriving at a place: nothing that is linked to stays closed or hidden ---

  let arrived = "";
  const arrive = () => {
    arrived = location.hash;
    const target = location.hash.length > 1 && document.getElementById(nameIn(location.hash));
    if (!target) return;
    for (let each = target; each; each = each.parentElement) {
      if (each.localName === "details") each.open = true;
      if (each.getAttribute("hidden") === "until-found") each.removeAttribute("hidden");
    }
    target.scrollIntoView();
    if (target.matches(".conflict")) {
      mark(rows.find((row) => row.dataset.of === target.id));
      reading = true;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  };

  // --- moving by keys ---

  let current = null; // the row of the conflict we are at
  let reading = false; // at its details rather than at its row
  let side = 0;

  const mark = (row) => {
    if (!row || row === current) return;
    current?.classList.remove("current");
    current?.removeAttribute("aria-current");
    current = row;
    side = 0;
    row.classList.add("current");
    row.setAttribute("aria-current", "true");
  };

  const move = (step) => {
    const shown = [...list.children].filter((row) => !row.hasAttribute("hidden"));
    if (!shown.length) return;
    const next = shown[Math.min(Math.max(shown.indexOf(current) + step, 0), shown.length - 1)];
    if (reading) {
      go(next);
      return;
    }
    mark(next);
    find("a", next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const go = (row) => {
    if (!cardOf(row)) { // it stands on another page
      find("a", row).click();
      return;
    }
    location.hash = row.dataset.of;
    arrive(); // at once: the next key may come before the browser tells of the new place
  };

  const open = () => {
    if (current) go(current);
  };

  const back = () => {
    if (!current) return;
    reading = false;
    find("a", current).focus({ preventScroll: true });
    current.scrollIntoView({ block: "center" });
  };

  const evidence = () => {
    const card = current && cardOf(current);
    const ways = card ? all(".ways a:not(.out)", card) : [];
    if (!ways.length) return;
    ways[side % ways.length].click();
    side += 1;
  };

  // --- citations ---

  const escapes = {
    html: (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[sign]),
    markdown: (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&"),
    bibtex: (text) => text.replace(/[\\{}]/g, "").replace(/[%#$&_]/g, "\\$&"),
  };

  const textOf = (selector, within) => find(selector, within)?.textContent.replace(/\s+/g, " ").trim() ?? "";

  const statementOf = (element) => {
    const way = find(".ways a:not(.out)", element);
    const place = way && document.getElementById(nameIn(way.hash));
    return {
      id: way ? nameIn(way.hash) : "",
      who: textOf(".who", element),
      words: textOf("blockquote", element),
      outlet: textOf(".outlet", element),
      title: textOf("cite", element),
      author: textOf(".author", element),
      day: find("time", element)?.dateTime ?? "",
      url: find("a.out", element)?.href ?? "",
      hash: place ? textOf("footer code", place.closest("article.source")) : "",
    };
  };

  const joined = (...parts) => parts.filter(Boolean).join(", ");

  const formats = {
    plain: (s) => `${s.who}: “${s.words}” ${joined(s.outlet, s.title && `“${s.title}”`, s.author && `by ${s.author}`, s.day)}.`
      + `${s.url && ` ${s.url}`}${s.hash && ` (SHA-256 of what was read: ${s.hash})`}`,
    markdown: (s) => {
      const e = escapes.markdown;
      const where = joined(e(s.outlet), s.title && `*${e(s.title)}*`);
      const link = s.url ? `[${where}](<${s.url}>)` : where;
      return `> ${e(s.words)}\n>\n> — ${e(s.who)}, in ${joined(link, s.author && `by ${e(s.author)}`, s.day)}${s.hash && `. SHA-256 of what was read: \`${s.hash}\``}`;
    },
    html: (s) => {
      const e = escapes.html;
      const where = joined(e(s.outlet), s.title && `<cite>${e(s.title)}</cite>`);
      const link = s.url ? `<a href="${e(s.url)}">${where}</a>` : where;
      const day = s.day && `<time datetime="${e(s.day)}">${e(s.day)}</time>`;
      return `<blockquote${s.url && ` cite="${e(s.url)}"`}><p>${e(s.words)}</p></blockquote>\n`
        + `<p>${e(s.who)}, in ${joined(link, s.author && `by ${e(s.author)}`, day)}</p>`;
    },
    bibtex: (s) => {
      const e = escapes.bibtex;
      const note = `${s.who}: “${s.words}”${s.hash && ` SHA-256 of what was read: ${s.hash}`}`;
      const given = { author: s.author || s.outlet, title: s.title || s.outlet, publisher: s.outlet, date: s.day, url: s.url, note };
      const fields = Object.entries(given).filter(([, value]) => value);
      const lines = fields.map(([name, value]) => `  ${name} = {${name === "url" ? value.replace(/[{}\\]/g, "") : e(value)}},`);
      return `@misc{${s.id || "statement"},\n${lines.join("\n")}\n}`;
    },
  };

  const format = make("select", { id: "format" }, ...[["plain", "plain text"], ["markdown", "Markdown"], ["html", "HTML"],
    ["bibtex", "BibTeX"]].map(([value, label]) => make("option", { value }, label)));

  const addressOf = (card) => `${location.href.split("#")[0]}#${card.id}`;

  const cite = (card) => {
    const sides = all(".side", card).map(statementOf).map(formats[format.value]);
    return format.value === "plain" ? [...sides, addressOf(card)].join("\n\n") : sides.join("\n\n");
  };

  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no clipboard for a page from a disk, in some browsers
      const area = make("textarea", { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(what);
  };

  const copyCitation = (card) => copy(cite(card), `Citation copied (${format.selectedOptions[0].textContent})`);
  const copyLink = (card) => copy(addressOf(card), "Link copied");

  const withCard = (act) => {
    const card = current && cardOf(current);
    if (card) act(card);
    else if (current) say("Open it first: it stands on another page");
  };

  // --- decisions, kept in the page until they are downloaded; the review desk has means of its own ---

  const KINDS = { confirm: "confirmed", dismiss: "dismissed", resolve: "resolved" };
  const decided = new Map();
  const reviewer = make("input", { id: "reviewer", autocomplete: "name" });
  const tally = make("span", { role: "status" });
  let saved = true;

  const line = ([id, { kind, reason, at, evidence: seen, supersedes }]) => JSON.stringify({
    decision_id: "", kind, subjects: [id], value: "", reason, reviewer: reviewer.value.trim(), decided_at: at,
    supersedes, evidence: seen,
  });

  const listed = (words) => (words ?? "").split(" ").filter(Boolean);

  const download = () => {
    const file = new Blob([...decided].map((entry) => `${line(entry)}\n`), { type: "application/jsonl" });
    const link = make("a", { href: URL.createObjectURL(file), download: "decisions.jsonl" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    saved = true;
  };

  const desk = make("aside", { className: "desk", hidden: true, ariaLabel: "Decisions" }, tally,
    make("label", {}, "Your name ", reviewer),
    make("button", { type: "button", onclick: download }, "Download decisions.jsonl"),
    make("span", { className: "quiet" }, "then: tracker decide import decisions.jsonl"));

  const show = (card) => {
    const decision = decided.get(card.dataset.discrepancyId);
    const word = decision ? KINDS[decision.kind] : card.dataset.reviewState;
    const row = rows.find((each) => each.dataset.of === card.id);
    for (const state of [find(".tags .state", card), row && find(".state", row)]) {
      if (!state) continue;
      state.dataset.was ??= state.textContent;
      state.textContent = decision ? `${word} (by you)` : state.dataset.was;
    }
    for (const button of all("[data-kind]", card)) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === decision?.kind));
    }
    tally.textContent = `${decided.size} decision${decided.size === 1 ? "" : "s"} in this page`;
    desk.hidden = !decided.size;
  };

  const decide = (card, kind) => {
    const id = card.dataset.discrepancyId;
    const reason = find(".acts input", card)?.value.trim() ?? "";
    if (decided.get(id)?.kind === kind) decided.delete(id);
    else decided.set(id, { kind, reason, at: new Date().toISOString(), evidence: listed(card.dataset.evidence), supersedes: listed(card.dataset.decisions) });
    saved = !decided.size;
    show(card);
  };

  const button = (label, act) => make("button", { type: "button", onclick: act }, label);

  const equip = (card) => {
    if (card.dataset.equipped) return;
    card.dataset.equipped = "yes";
    const acts = make("div", { className: "acts" },
      button("Copy citation", () => copyCitation(card)), button("Copy link", () => copyLink(card)));
    if (!find("[data-desk]")) {
      const about = textOf("h4", card);
      for (const kind of Object.keys(KINDS)) {
        acts.append(make("button", { type: "button", ariaPressed: "false", data: { kind }, onclick: () => decide(card, kind) },
          kind[0].toUpperCase() + kind.slice(1)));
      }
      acts.append(make("input", { placeholder: "Reason", ariaLabel: `Reason, on ${about}`,
        oninput: (event) => { const held = decided.get(card.dataset.discrepancyId); if (held) held.reason = event.target.value.trim(); } }));
    }
    find("footer", card).append(acts);
  };

  document.body.append(desk);
  window.addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });

  // Five hundred cards are not equipped at once, but as they come near.
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { equip(entry.target); near.unobserve(entry.target); }
  }, { rootMargin: "100%" });
  for (const card of all(".conflict")) near.observe(card);

  // --- help, and the keys themselves ---

  const single = make("input", { type: "checkbox", checked: true, id: "single" });
  const keys = {
    "/": ["search", () => { search?.focus(); search?.scrollIntoView({ block: "center" }); }],
    j: ["next conflict", () => move(1)],
    k: ["previous conflict", () => move(-1)],
    Enter: ["open it", open],
    Escape: ["back to the list", back],
    e: ["its words in the article, one side after the other", evidence],
    c: ["copy its citation", () => withCard(copyCitation)],
    y: ["copy the link to it", () => withCard(copyLink)],
    "?": ["this help", () => help.showModal()],
  };
  const help = make("dialog", { ariaLabel: "Keys and copying" },
    make("h2", {}, "Keys and copying"),
    make("dl", { className: "facts" }, ...Object.entries(keys).flatMap(([key, [what]]) => [
      make("dt", {}, make("kbd", {}, key === "Escape" ? "Esc" : key)), make("dd", {}, what)])),
    make("label", {}, "Copy citations as ", format),
    make("label", {}, single, " Use single keys"),
    make("button", { type: "button", onclick: () => help.close() }, "Close"));
  document.body.append(help);
  find("#help-open")?.addEventListener("click", () => help.showModal());

  document.addEventListener("keydown", (event) => {
    const known = keys[event.key];
    if (!known || event.ctrlKey || event.metaKey || event.altKey || help.open || !list) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) { event.preventDefault(); event.target.blur(); return; } // what was sought stays
    if (typing || (!single.checked && event.key !== "Escape")) return;
    if (event.key === "Enter" && event.target.matches("a:not(.current a), button, summary")) return; // they know what to do
    event.preventDefault();
    known[1]();
  });

  window.addEventListener("hashchange", () => { if (location.hash !== arrived) arrive(); });
  arrive();
})();
