import { parentPort } from "node:worker_threads";
import {
  analyseImpedanceMethod,
  arrheniusMethod,
  changeCellMethod,
  inspectImpedanceMethod,
  readImpedanceMethod,
  readImpedanceParams,
  type ImpedanceRequests,
} from "../protocol/impedance";
import { analysePolarisationMethod } from "../protocol/polarisation";
import type { ParamsOf, RequestName, ResultOf } from "../protocol/webview";
import { arrheniusAnswer } from "./arrheniusAnswer";
import { ImpedanceDesk } from "./impedanceDesk";
import type { ImpedanceReply, ImpedanceTask } from "./impedanceTask";
import { postReply } from "./postReply";

/** The thread that reads and fits spectra, so that the server's own thread never waits. */
const desk = new ImpedanceDesk();

type Method = RequestName<ImpedanceRequests>;

const handlers: {
  readonly [Name in Method]: (
    params: ParamsOf<ImpedanceRequests, Name>,
  ) => ResultOf<ImpedanceRequests, Name> | Promise<ResultOf<ImpedanceRequests, Name>>;
} = {
  [readImpedanceMethod]: (params) => desk.read(params),
  [analyseImpedanceMethod]: (params) => desk.analyse(params),
  [inspectImpedanceMethod]: (params) => desk.inspect(params),
  [arrheniusMethod]: arrheniusAnswer,
  [changeCellMethod]: (params) => desk.changeCell(params),
  [analysePolarisationMethod]: (params) => desk.analysePolarisation(params),
};

async function answer<Name extends Method>(method: Name, params: unknown) {
  return handlers[method](readImpedanceParams[method](params));
}

parentPort?.on("message", ({ method, params }: ImpedanceTask) => {
  postReply(answer(method, params).then((result): ImpedanceReply => ({ kind: "answer", result })));
});
