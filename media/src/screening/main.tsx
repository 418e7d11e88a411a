import { readScreeningSubject } from "../../../server/src/protocol/screeningPanel";
import { startPage } from "../shared/startPage";
import "./screening.css";
import { ScreeningPage } from "./screeningPage";

startPage(readScreeningSubject, ScreeningPage);
