import { readImpedanceSubject } from "../../../server/src/protocol/impedancePanel";
import { startPage } from "../shared/startPage";
import "./impedance.css";
import { ImpedancePage } from "./impedancePage";

startPage(readImpedanceSubject, ImpedancePage);
