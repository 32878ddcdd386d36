// Names and outlets as filters, with counts that are live.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, journey, launch, POINTERS, shareBrowser, site, stay } from './harness.mjs';
import { literally } from './wait.mjs';

shareBrowser();

journey('a click on a name keeps only what names it, and a second click takes it back', {}, async (reader) => {
  const { id, count, articles } = await reader.dividing();
  const value = reader.entity(id);
  assert.equal(await value.getAttribute('aria-pressed'), 'false');
  await value.click();
  await reader.stateIs('with', [id]);
  assert.equal((await reader.countsAgree()).articles, count, 'its count came true');
  assert.equal(await reader.entity(id).getAttribute('aria-pressed'), 'true');
  assert.match(reader.hash(), new RegExp(`with=${id}`));

  await reader.entity(id).click();
  await reader.stateIs('with', []);
  assert.equal((await reader.countsAgree()).articles, articles);
});

journey('the second control excludes a name', {}, async (reader) => {
  const { id, name, count, articles } = await reader.dividing();
  await reader.entity(id).hover();
  await reader.excluder(name).click();
  await reader.stateIs('without', [id]);
  assert.equal((await reader.countsAgree()).articles, articles - count);
});

journey('counts beside the names are what choosing them gives', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const { entities } = await reader.facets();
  const [other, , count] = entities.find(([name]) => name !== id);
  await eventually(async () => {
    const text = await reader.entity(other).innerText();
    assert.match(text, new RegExp(`(^|\\D)${count}(\\D|$)`), 'the shown count is the live one');
  });
  await reader.entity(other).click();
  await eventually(async () => assert.equal((await reader.state()).with.length, 2));
  assert.equal((await reader.countsAgree()).articles, count);
});

journey('only what is counted is listed, as events and as articles', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const { articles, events } = await reader.countsAgree();
  assert.equal((await reader.listedIds('event')).length, events);
  await reader.show('list');
  await eventually(async () => assert.equal((await reader.listedIds('article')).length, articles));
});

journey('a chip takes its choice back', {}, async (reader) => {
  const { id, name } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const chip = reader.page.getByRole('button', { name: new RegExp(`take back.*${literally(name)}`, 'i') });
  await chip.filter({ visible: true }).first().click();
  await reader.stateIs('with', []);
});

journey('choosing an outlet keeps its articles, and the other outlets keep their counts', {}, async (reader) => {
  const { outlets } = await reader.facets({});
  const [name, count] = outlets[0];
  await reader.outlet(name).click();
  await reader.stateIs('outlet', [name]);
  assert.equal((await reader.countsAgree()).articles, count);
  assert.deepEqual((await reader.facets()).outlets.map(([, n]) => n), outlets.map(([, n]) => n));
});

journey('nothing found says which filter to drop, and dropping it brings results', {}, async (reader) => {
  const { entities } = await reader.facets({});
  let pair;
  for (const [first] of entities) {
    const left = new Set((await reader.facets({ with: [first] })).entities.filter(([, , n]) => n > 0).map(([id]) => id));
    const other = entities.find(([id]) => !left.has(id));
    if (other) {
      pair = [first, other[0]];
      break;
    }
  }
  assert.ok(pair, 'two names of the corpus never meet in one article');
  await reader.page.evaluate((pair) => window.dateline.go({ with: pair }), pair);
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  const names = entities.filter(([id]) => pair.includes(id)).map(([, name]) => name);
  const offer = reader.page.getByRole('button', { name: new RegExp(`^without (${names.map(literally).join('|')})`, 'i') })
    .filter({ visible: true }).first();
  await offer.click();
  await eventually(async () => assert.ok((await reader.count('articles')) > 0, 'results are back'));
});

/** The names of a group, or the outlets, from the top. */
const shownIn = (reader, group) => reader.page.getByRole('toolbar', { name: group }).locator('.pick')
  .evaluateAll((all) => all.map((one) => one.dataset.entity ?? one.dataset.outlet));

journey('no name leaves its place while the pointer or the focus is among the filters', {}, async (reader) => {
  const before = await shownIn(reader, 'People');
  const place = async (id) => (await reader.entity(id).boundingBox()).y;
  const third = before[2];
  await reader.entity(third).scrollIntoViewIfNeeded();
  const at = await place(third);
  await reader.entity(third).click();
  await reader.stateIs('with', [third]);
  assert.deepEqual(await shownIn(reader, 'People'), before, 'the order stays');
  assert.ok(Math.abs((await place(third)) - at) < 1, 'it is still under the pointer');
  await reader.page.mouse.move(700, 500);
  await reader.page.waitForTimeout(100);
  assert.deepEqual(await shownIn(reader, 'People'), before, 'it still has the focus');
  await reader.search().focus();
  await eventually(async () => assert.equal((await shownIn(reader, 'People'))[0], third, 'then what is chosen comes first'));
});

journey('the longest bar of each group is whole, and each name has its days', {}, async (reader) => {
  const groups = await reader.page.evaluate(() => [...document.querySelectorAll('.filters [role="toolbar"]')].map((group) => ({
    bars: [...group.querySelectorAll('.bar i')].map((bar) => parseFloat(bar.style.width)),
    counts: [...group.querySelectorAll('.n')].map((one) => Number(one.textContent)),
    days: [...group.querySelectorAll('.pick[data-entity]')].map((pick) => pick.parentElement.querySelector('svg path')?.getAttribute('d') ?? ''),
    says: group.querySelector('h2').textContent,
  })));
  assert.equal(groups.length, 4);
  for (const { bars, counts, days, says } of groups) {
    assert.equal(Math.max(...bars), 100);
    assert.match(says, /articles$/, 'it is said what is counted');
    const most = Math.max(...counts);
    counts.forEach((count, place) => assert.equal(bars[place], Math.floor(count * 100 / most)));
    for (const path of days) assert.match(path, /^(M\d+ 16v-\d+h8v\d+z){1,24}$/);
  }
});

journey('with a name chosen those are offered that go with it, and one click adds one', {}, async (reader) => {
  const { articles, entities } = await reader.facets({});
  let chosen;
  for (const [id] of entities) {
    const { entities: now, articles: left } = await reader.facets({ with: [id] });
    const often = now.filter(([other, , count]) => other !== id && count >= 2
      && count > 1.2 * left / articles * entities.find(([one]) => one === other)[2]);
    if (often.length > 0) chosen ??= { id, often: often.map(([other]) => other) };
  }
  assert.ok(chosen, 'some names go together');
  await reader.page.evaluate((id) => window.dateline.go({ with: [id] }), chosen.id);
  const offers = reader.page.locator('.filters [data-often]');
  await offers.first().waitFor();
  const ids = await offers.evaluateAll((all) => all.map((one) => one.dataset.often));
  assert.ok(ids.length <= 5 && ids.every((id) => chosen.often.includes(id)), `${ids}`);
  const count = Number((await offers.first().innerText()).match(/\d+$/)[0]);
  await offers.first().click();
  await eventually(async () => assert.deepEqual((await reader.state()).with.toSorted(), [chosen.id, ids[0]].toSorted()));
  assert.equal((await reader.countsAgree()).articles, count, 'its count came true');
});

journey('a name typed into the filters hides no group, and Back forgets it', {}, async (reader) => {
  const find = reader.page.getByRole('searchbox', { name: /find a name/i });
  const { entities } = await reader.facets({});
  const person = await reader.page.getByRole('toolbar', { name: 'People' }).locator('.pick b').first().innerText();
  await reader.openListed('event');
  await find.fill(person);
  await eventually(async () => assert.equal((await shownIn(reader, 'People')).length, 1));
  assert.match(await reader.page.getByRole('toolbar', { name: 'Places' }).innerText(), /^places[^]*none of the places/i);
  assert.ok(entities.length > 10);
  await reader.page.goBack();
  await eventually(async () => assert.equal(await find.inputValue(), ''));
  await eventually(async () => assert.ok((await shownIn(reader, 'Places')).length > 1));
});

/** Opens the filters, where they are a sheet, and every "why one?" in them. */
async function unfold(reader) {
  if (await reader.filtersButton().isVisible()) await reader.filtersButton().click();
  const whys = reader.page.getByRole('button', { name: 'why one?' });
  for (let at = 0; at < await whys.count(); at++) await whys.nth(at).click();
}

/** Every name with the control that excludes it: their boxes, and the words that this control lies over. */
const values = (page) => page.evaluate(() => [...document.querySelectorAll('[data-entity][aria-pressed]')].map((pick) => {
  const not = [...pick.parentElement.querySelectorAll('button')].find((one) => one.getAttribute('aria-label')?.startsWith('not '));
  const box = not.getBoundingClientRect();
  const words = document.createTreeWalker(pick.parentElement, NodeFilter.SHOW_TEXT);
  const covered = [];
  while (words.nextNode()) {
    if (not.contains(words.currentNode)) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const text of range.getClientRects()) {
      const over = text.left < box.right - 0.5 && box.left < text.right - 0.5 && text.top < box.bottom - 0.5 && box.top < text.bottom - 0.5;
      if (over && text.width > 0) covered.push(words.currentNode.textContent);
    }
  }
  const { width, height } = pick.getBoundingClientRect();
  const also = [...pick.parentElement.querySelectorAll('small')].map((one) => one.textContent).join(' ');
  return { name: pick.innerText, words: also, covered, seen: Number(getComputedStyle(not).opacity), pick: { width, height }, not: { width: box.width, height: box.height } };
}));

const WIDTHS = [320, 390, 719, 720, 768, 1024, 1099, 1100, 1280, 1440];
// Where nothing can hover, or a finger cannot, "not" has a place of its own; a finger wants a larger name.
for (const [pointers, media, high] of [
  ['finger', '(hover: none) and (pointer: coarse)', 44],
  ['none', '(hover: none) and (pointer: none)', 24],
  ['mouse and finger', '(hover: hover) and (any-pointer: coarse)', 24],
]) {
  test(`nothing of a filter is covered at any width, with pointers: ${pointers}`, { timeout: 180_000 }, async () => {
    const browser = await launch(POINTERS[pointers]);
    try {
      for (const width of WIDTHS) {
        await stay(site, { browser, size: { width, height: 900 } }, async (reader) => {
          await reader.open('');
          assert.ok(await reader.page.evaluate((media) => matchMedia(media).matches, media), media);
          await unfold(reader);
          const all = await values(reader.page);
          assert.ok(all.length > 5, 'there are names');
          assert.ok(all.some(({ words }) => /^also /.test(words)), 'there are spellings');
          for (const { name, covered, seen, pick, not } of all) {
            const where = `"not" of ${name} at ${width} pixels`;
            assert.deepEqual(covered, [], where);
            assert.equal(seen, 1, `${where} is there to be seen`);
            assert.ok(not.width >= high && not.height >= high, `${where}: ${not.width} x ${not.height}`);
            assert.ok(pick.height >= high, `${name} at ${width} pixels: ${pick.height} high`);
          }
        });
      }
    } finally {
      await browser.close();
    }
  });
}

test('a mouse uncovers "not"', { timeout: 90_000 }, async () => {
  const browser = await launch(POINTERS.mouse);
  try {
    await stay(site, { browser }, async (reader) => {
      await reader.open('');
      const { id, name } = await reader.dividing();
      const seen = () => reader.excluder(name).evaluate((one) => getComputedStyle(one).opacity);
      assert.equal(await seen(), '0');
      await reader.entity(id).hover();
      await eventually(async () => assert.equal(await seen(), '1'));
      for (const { name, covered } of await values(reader.page)) assert.deepEqual(covered, [], `"not" covers no word of ${name}`);
      const over = await reader.page.locator('.also:has(.one)').evaluateAll((all) => all.map((one) => {
        const [words, why] = [...one.children].map((part) => part.getBoundingClientRect());
        return words.right - why.left;
      }));
      assert.ok(over.length > 0 && over.every((by) => by <= 0), 'and "why one?" covers no spelling');
    });
  } finally {
    await browser.close();
  }
});

test('a finger finds every control of the head, the filters and the list 44 pixels high', { timeout: 120_000 }, async () => {
  const browser = await launch(POINTERS.finger);
  try {
    for (const size of [{ width: 1024, height: 768 }, { width: 390, height: 844 }, { width: 1440, height: 900 }]) {
      await stay(site, { browser, size }, async (reader) => {
        await reader.open('');
        const { id } = await reader.dividing();
        await reader.page.evaluate((id) => window.dateline.go({ with: [id] }), id);
        await reader.stateIs('with', [id]);
        const small = () => reader.page.locator('.search input, .opener, .share, .filters button, .filters input, .list button, .list input, .list a').evaluateAll((all) => all
          .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
          .map((one) => [one.className || one.textContent, one.getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 0 && (height < 43.9 || width < 43.9))
          .map(([what, { width, height }]) => `${what}: ${width} x ${height}`));
        assert.deepEqual(await small(), [], `${size.width} pixels wide`);
        if (await reader.filtersButton().isVisible()) await reader.filtersButton().click();
        await reader.page.locator('.filters .pick').first().waitFor();
        assert.deepEqual(await small(), [], `the sheet, ${size.width} pixels wide`);
      });
    }
  } finally {
    await browser.close();
  }
});
