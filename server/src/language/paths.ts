import type { CancellationToken } from "vscode-languageserver/node";
import {
  findPathsMethod,
  isosurfaceMethod,
  pathsProgressMethod,
  type FindPathsParams,
  type FindPathsResult,
  type IsosurfaceParams,
  type IsosurfaceResult,
} from "../protocol/migration";
import { readNebMethod, type ReadNebParams, type ReadNebResult } from "../protocol/neb";
import type { Refused } from "../protocol/values";
import { defaultLimits, WorkerQueue } from "../screening/workerQueue";
import { Control, type AskedCrystal, type PathsReply, type PathsTask } from "./pathsTask";
import type { Server } from "./server";
import { askedText } from "./textTask";
import { whileWanted } from "./whileWanted";

/** Large cells take minutes. */
const limits = { ...defaultLimits, perTask: 1_800_000 };
/** Milliseconds between two messages of how far the work is. */
const tellEvery = 100;

type Queue = WorkerQueue<null, PathsTask, PathsReply>;

/** Answers what the editor asks of the paths of mobile ions; all of it in a thread of its own. */
export function registerPaths(server: Server): void {
  const { connection, files, owned } = server;
  const queue: Queue = new WorkerQueue(
    files.pathsWorker,
    null,
    (line) => {
      connection.console.info(line);
    },
    limits,
  );
  connection.onRequest(findPathsMethod, (params: FindPathsParams, token: CancellationToken) =>
    whileWanted(token, (signal) => find(server, queue, params, signal)),
  );
  connection.onRequest(isosurfaceMethod, (params: IsosurfaceParams, token: CancellationToken) =>
    whileWanted(token, (signal) => surface(server, queue, params, signal)),
  );
  connection.onRequest(readNebMethod, async (params: ReadNebParams): Promise<ReadNebResult> => {
    const reply = await queue.run({ kind: "neb", params });
    if (reply.kind === "neb") return reply.result;
    return { calculations: [], remarks: [unanswered(reply).reason] };
  });
  owned.push(queue);
}

async function find(
  server: Server,
  queue: Queue,
  params: FindPathsParams,
  signal: AbortSignal,
): Promise<FindPathsResult> {
  const crystal = askedCrystal(server, params);
  if ("kind" in crystal) return crystal;
  const { id, uri } = params;
  const version = server.documents.get(uri)?.version ?? 0;
  const control = new Control();
  signal.addEventListener("abort", () => {
    control.stop();
  });
  const timer = setInterval(() => {
    void server.connection.sendNotification(pathsProgressMethod, { id, share: control.share });
  }, tellEvery);
  const reply = await queue.run({ kind: "find", crystal, control: control.buffer }, signal);
  clearInterval(timer);
  if (signal.aborted) return { kind: "stopped" };
  if (reply.kind !== "found") return unanswered(reply);
  const { result } = reply;
  if (result.kind === "paths")
    server.barriers.keep({ uri, version, block: result.paths.block }, result.paths);
  return result;
}

async function surface(
  server: Server,
  queue: Queue,
  params: IsosurfaceParams,
  signal: AbortSignal,
): Promise<IsosurfaceResult> {
  const crystal = askedCrystal(server, params);
  if ("kind" in crystal) return crystal;
  const reply = await queue.run({ kind: "surface", crystal, energy: params.energy }, signal);
  return reply.kind === "surface" ? reply.result : unanswered(reply);
}

function askedCrystal(
  server: Server,
  { uri, block, ion }: Omit<FindPathsParams, "id">,
): AskedCrystal | Refused {
  const asked = askedText(server, uri);
  if (asked.kind === "refused") return asked;
  return { text: asked.text, oxidationStates: asked.oxidationStates, block, ion };
}

function unanswered(reply: PathsReply): Refused {
  const reason = reply.kind === "failed" ? `No answer: ${reply.reason}.` : "No answer.";
  return { kind: "refused", reason };
}
