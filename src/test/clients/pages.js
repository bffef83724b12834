// Opens the pages as a person would, in light and dark: no serious accessibility error (axe), no script needed; takes a
// picture of each. node pages.js <base url> <folder for pictures> <browser>
const { chromium } = require('playwright-core');
const axe = require('axe-core');

const [base, pictures, browser] = process.argv.slice(2);
const SERIOUS = new Set(['serious', 'critical']);

(async () => {
  const found = await (await fetch(`${base}/api/v1/calls?participant=Putin&from=2024-11`)).json();
  const pages = {
    start: '/',
    calls: '/calls',
    call: `/calls/${found.items[0].id}`,
    leader: '/leaders/olaf-scholz',
    pair: '/pairs/olaf-scholz/vladimir-putin',
    calendar: '/calendar?month=2024-11',
    network: '/network',
    work: '/work',
  };
  const chrome = await chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  let bad = 0;
  for (const colorScheme of ['light', 'dark']) {
    const page = await chrome.newPage({ colorScheme, bypassCSP: true });
    for (const [name, path] of Object.entries(pages)) {
      const answer = await page.goto(base + path);
      if (answer.status() !== 200) {
        throw new Error(`${path} answered ${answer.status()}`);
      }
      await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => axe.run());
      for (const v of violations.filter((one) => SERIOUS.has(one.impact))) {
        bad += 1;
        console.log(`${name} (${colorScheme}): ${v.impact} ${v.id} at ${v.nodes[0].target}`);
      }
    }
  }
  await chrome.close();
  if (bad > 0) {
    throw new Error(`${bad} serious accessibility errors`);
  }
  console.log(`pages: ${Object.keys(pages).length} looked at in light and dark, no serious accessibility error`);
})().catch((e) => {
  console.error(e.message);
  process.exit(1);
});
