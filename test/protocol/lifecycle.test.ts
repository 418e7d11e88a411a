import { fork, spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  createProtocolConnection,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-languageserver/node";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient, noRoot } from "./support/languageClient";
import { serverFile } from "./support/builtServer";

describe("life of the server", () => {
  it("answers an editor that declares no capability at all", async () => {
    const client = await LanguageClient.start({});
    const uri = await client.open(rockSalt());
    expect(await client.diagnostics(uri)).toEqual([]);
    expect((await client.lenses(uri)).length).toBeGreaterThan(0);
    expect((await client.symbols(uri)).length).toBeGreaterThan(0);
    expect(await client.stop()).toBe(0);
  });

  it("takes null for every setting", async () => {
    const client = await LanguageClient.start(undefined, null);
    await client.configure({ codeLens: null, parentModel: null });
    expect((await client.lensTexts(await client.open(rockSalt()))).length).toBeGreaterThan(0);
    await client.stop();
  });

  it("tells that the model loads, and then whether it can answer", async () => {
    const client = await LanguageClient.start();
    const status = await client.modelStatus();
    expect(client.statuses[0]).toEqual({ state: "loading" });
    expect(["ready", "failed"]).toContain(status.state);
    await client.stop();
  });

  it("says why a parent model cannot be read, and goes on with structures", async () => {
    const client = await LanguageClient.start(undefined, { parentModel: "/no/such/parent.hdf5" });
    const failed = await client.until(
      () => client.statuses.find(({ state }) => state === "failed"),
      () => "a failed model",
    );
    expect(failed).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("parent.hdf5") as string,
    });
    const uri = await client.open(rockSalt());
    expect(await client.lensTexts(uri)).toEqual([
      "No prediction: the model was not loaded.",
      "Simplify",
      "Structure",
    ]);
    await client.stop();
  });

  it("speaks over the channel of a Node process too, as VS Code starts it", async () => {
    const server = fork(serverFile, ["--node-ipc"], { silent: true });
    const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    connection.listen();
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      workspaceFolders: null,
      ...noRoot,
      capabilities: {},
    });
    expect(capabilities).toMatchObject({
      hoverProvider: true,
      codeLensProvider: {},
      foldingRangeProvider: true,
    });
    connection.dispose();
    server.kill();
  });

  it("keeps standard output for the protocol and ends with it", async () => {
    const server = spawn(process.execPath, [serverFile, "--stdio"]);
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.stdin.end();
    const output: Buffer[] = [];
    server.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    await ended;
    expect(Buffer.concat(output).toString()).toBe("");
  });
});
