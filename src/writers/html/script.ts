/**
 * The comfort of the page, for browsers of the last five years; everything is there without it. Plain text, so that the
 * page's policy can name its hash: it must be the same however the program itself was compiled.
 * It reads the page that it finds and puts in only text, never markup.
 */
export const SCRIPT = `(function () {
'use strict';
var doc = document, root = doc.documentElement, main = doc.getElementById('main');
root.classList.add('js');
function make(name, text, as) { var one = doc.createElement(name); if (text) one.textContent = text; if (as) one.className = as; return one; }
function targetOf(link) { return doc.getElementById(decodeURIComponent(link.hash.slice(1))); }

/* Contents: the current place; on a phone they fold. */
var fold = doc.querySelector('nav details'), here = doc.getElementById('here'), list = doc.querySelector('.toc');
var wide = matchMedia('(min-width: 64rem)');
function refold() { fold.open = wide.matches; }
wide.addEventListener('change', refold); refold();
addEventListener('beforeprint', function () { fold.open = true; });
addEventListener('afterprint', refold);
var places = [].map.call(list.querySelectorAll('a'), function (link) { return { link: link, target: targetOf(link) }; });
var current, waiting = false;
function place() {
  waiting = false;
  var found, low = 0, high = places.length - 1;
  while (low <= high) {
    var middle = (low + high) >> 1;
    if (places[middle].target.getBoundingClientRect().top < 120) { found = places[middle].link; low = middle + 1; } else high = middle - 1;
  }
  if (found === current) return;
  if (current) current.removeAttribute('aria-current');
  current = found;
  here.textContent = found ? found.textContent : '';
  if (!found) return;
  found.setAttribute('aria-current', 'location');
  if (wide.matches) list.scrollTop = found.offsetTop - list.offsetTop - list.clientHeight / 2;
}
addEventListener('scroll', function () { if (!waiting) { waiting = true; requestAnimationFrame(place); } }, { passive: true });
place();
list.addEventListener('click', function () { if (!wide.matches) fold.open = false; });

/* The card over a figure or a term. */
var card = make('div', '', 'card'), body = make('div'), close = make('button', '关闭');
card.id = 'card'; card.tabIndex = -1; card.hidden = true;
card.setAttribute('role', 'dialog');
close.type = 'button';
card.append(body, close); doc.body.append(card);
var anchor, pinned = false, timer, quiet = false;
function explained(node) { return node.closest && node.closest('a[href^="#y"], a[href^="#g"]'); }
function fill(link) {
  var target = targetOf(link);
  if (!target) return false;
  body.replaceChildren.apply(body, [].map.call(target.childNodes, function (one) { return one.cloneNode(true); }));
  body.querySelectorAll('[id]').forEach(function (one) { one.removeAttribute('id'); });
  card.setAttribute('aria-label', link.hash[1] === 'y' ? '数字的由来' : '名词解释');
  return true;
}
function show(link, pin) {
  if (!fill(link)) return;
  if (anchor) anchor.removeAttribute('aria-describedby');
  anchor = link; pinned = pin; card.hidden = false;
  link.setAttribute('aria-describedby', 'card');
  stand();
}
function stand() {
  if (card.hidden) return;
  var box = anchor.getBoundingClientRect(), room = card.getBoundingClientRect(), edge = root.clientWidth - room.width - 12;
  var under = box.bottom + 8 + room.height < innerHeight || box.top < room.height + 16;
  card.style.left = Math.max(12, Math.min(box.left, edge)) + 'px';
  card.style.top = Math.max(12, Math.min(under ? box.bottom + 8 : box.top - room.height - 8, innerHeight - room.height - 12)) + 'px';
}
function hide() {
  clearTimeout(timer);
  if (card.hidden) return;
  card.hidden = true; pinned = false;
  if (anchor) anchor.removeAttribute('aria-describedby');
}
function later(what, wait) { clearTimeout(timer); timer = setTimeout(what, wait); }
doc.addEventListener('pointerover', function (event) {
  if (event.pointerType !== 'mouse' || pinned) return;
  var link = explained(event.target);
  if (link && !card.contains(link)) later(function () { show(link, false); }, 250);
  else if (card.contains(event.target)) clearTimeout(timer);
  else later(hide, 250);
});
doc.addEventListener('focusin', function (event) {
  var link = explained(event.target);
  if (quiet) { quiet = false; return; }
  if (card.contains(event.target)) return;
  if (link && link.matches(':focus-visible')) show(link, false); else hide();
});
doc.addEventListener('click', function (event) {
  var link = explained(event.target);
  if (link) {
    event.preventDefault();
    if (card.contains(link)) { fill(link); card.focus(); return; }
    show(link, true);
    if (event.detail === 0) card.focus();
  } else if (card.contains(event.target) && event.target.closest('a')) {
    hide();
    var target = targetOf(event.target.closest('a'));
    if (target) setTimeout(function () { quiet = true; target.focus({ preventScroll: true }); quiet = false; }, 0);
  } else if (!card.contains(event.target) || event.target === close) leave();
});
function leave() { var inside = card.contains(doc.activeElement), back = anchor; hide(); if (inside && back) { quiet = true; back.focus({ preventScroll: true }); quiet = false; } }
doc.addEventListener('keydown', function (event) { if (event.key === 'Escape') leave(); });
addEventListener('scroll', function () { if (!pinned) { if (anchor === doc.activeElement) stand(); else hide(); } }, { passive: true });

/* The search: rows of tables, paragraphs and headings, with the place that they stand at. */
var find = doc.querySelector('.find'), query = doc.getElementById('query'), found = doc.getElementById('found'), hits = doc.getElementById('hits');
var index;
find.hidden = false;
function plain(text) { return text.toLowerCase().replace(/[\\s,，]/g, ''); }
function textOf(node) {
  if (node.localName !== 'tr') return node.textContent.trim();
  return [].map.call(node.cells, function (cell) { return cell.textContent.trim(); }).filter(Boolean).join('　');
}
function collect() {
  var where = '';
  return [].map.call(main.querySelectorAll('h2, h3, h4, p:not(.tableInfo), li, tbody tr'), function (node, number) {
    var text = textOf(node);
    if (/^h[23]$/.test(node.localName)) where = text;
    if (!node.id) node.id = 's' + number;
    return { node: node, text: text, plain: plain(text), where: where };
  });
}
/* Where the first word stands in a text, whatever separators the text has. */
function placeOf(text, word) {
  var length = 0, at = plain(text).indexOf(word), i = 0;
  while (i < text.length && length < at) length += plain(text[i++]).length;
  return i;
}
function search() {
  var words = query.value.split(/[\\s　]+/).map(plain).filter(Boolean);
  hits.replaceChildren(); found.textContent = '';
  if (!words.length) return;
  index = index || collect();
  var all = index.filter(function (one) { return words.every(function (word) { return one.plain.includes(word); }); });
  found.textContent = all.length ? '找到 ' + all.length + ' 处' + (all.length > 50 ? '，先列 50 处' : '') : '没有找到';
  all.slice(0, 50).forEach(function (one) {
    var item = make('li'), link = make('a'), start = Math.max(0, placeOf(one.text, words[0]) - 20);
    link.href = '#' + one.node.id;
    link.append(make('small', one.where), make('span', (start ? '…' : '') + one.text.slice(start, start + 70)));
    item.append(link); hits.append(item);
  });
}
var typing;
query.addEventListener('input', function () { clearTimeout(typing); typing = setTimeout(search, 120); });
hits.addEventListener('click', function (event) { if (event.target.closest('a') && !wide.matches) fold.open = false; });
}());`;
