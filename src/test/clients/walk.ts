// Walks the two example articles with the generated client: walk.ts URL FOLDER-OF-THE-ARTICLES
import { readFileSync } from "node:fs";
import assert from "node:assert";
import { CallsApi, Configuration, LeadersApi, SourceArticlesApi, ResponseError } from "./client/index";

const [url, examples] = process.argv.slice(2);

async function walk(): Promise<void> {
  const configuration = new Configuration({ basePath: url });
  const articles = new SourceArticlesApi(configuration);
  const calls = new CallsApi(configuration);
  const first = await articles.postArticle({
    sourceArticleInput: { text: readFileSync(`${examples}/defence-talks.txt`, "utf8"), publisher: "Defence Talks" },
  });
  const second = await articles.postArticleText({
    body: readFileSync(`${examples}/menafn.txt`, "utf8"),
    publisher: "MENAFN",
  });
  assert.equal(first.reports?.length, 3);
  assert.equal(second.reports?.length, 3);

  const found = await calls.listCalls({ participant: ["Olaf Scholz", "Путин"], from: "2024-11-01" });
  const call = found.items[0];
  assert.equal(call.duration?.best, 55);
  assert.deepEqual(call.participants.map((p) => p.leaderId), ["olaf-scholz", "vladimir-putin"]);
  assert.equal(call.initiator, null);
  const evidence = await calls.getCallReconciliation({ id: call.id });
  assert.ok(evidence.properties["duration"].supporting.some((w) => w.text === "nearly an hour"));
  const leaders = await new LeadersApi(configuration).listLeaders({ q: "Sholz" });
  assert.equal(leaders.items[0].id, "olaf-scholz");
  await assert.rejects(calls.listCalls({ from: "yesterday" }), ResponseError);
  console.log("typescript client: walked");
}

walk().catch((e) => {
  console.error(e);
  process.exit(1);
});
