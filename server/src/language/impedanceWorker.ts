import { parentPort } from "node:worker_threads";
import {
  arrheniusMethod,
  changeCellMethod,
  inspectImpedanceMethod,
  readImpedanceMethod,
} from "../protocol/impedance";
import { analysePolarisationMethod } from "../protocol/polarisation";
import type { ParamsOf, RequestName, ResultOf } from "../protocol/webview";
import { arrheniusAnswer } from "./arrheniusAnswer";
import { ImpedanceDesk } from "./impedanceDesk";
import {
  analyseOneMethod,
  readImpedanceTaskParams,
  type ImpedanceReply,
  type ImpedanceTask,
  type ImpedanceTasks,
} from "./impedanceTask";
import { postReply } from "./postReply";

/** The thread that reads and fits spectra, so that the server's own thread never waits. */
const desk = new ImpedanceDesk();

type Method = RequestName<ImpedanceTasks>;

const handlers: {
  readonly [Name in Method]: (
    params: ParamsOf<ImpedanceTasks, Name>,
  ) => ResultOf<ImpedanceTasks, Name> | Promise<ResultOf<ImpedanceTasks, Name>>;
} = {
  [readImpedanceMethod]: (params) => desk.read(params),
  [analyseOneMethod]: (params) => desk.analyse(params),
  [inspectImpedanceMethod]: (params) => desk.inspect(params),
  [arrheniusMethod]: arrheniusAnswer,
  [changeCellMethod]: (params) => desk.changeCell(params),
  [analysePolarisationMethod]: (params) => desk.analysePolarisation(params),
};

async function answer<Name extends Method>(method: Name, params: unknown) {
  return handlers[method](readImpedanceTaskParams[method](params));
}

parentPort?.on("message", ({ method, params }: ImpedanceTask) => {
  postReply(answer(method, params).then((result): ImpedanceReply => ({ kind: "answer", result })));
});
