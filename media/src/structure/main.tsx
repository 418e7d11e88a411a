import { readStructureSubject } from "../../../server/src/protocol/structurePanel";
import { startPage } from "../shared/startPage";
import "./structure.css";
import { StructurePage } from "./structurePage";

startPage(readStructureSubject, StructurePage);
