import { readClustersSubject } from "../../../server/src/protocol/clustersPanel";
import { startPage } from "../shared/startPage";
import "./clusters.css";
import { ClustersPage } from "./clustersPage";

startPage(readClustersSubject, ClustersPage);
