import type { clusterBarriersMethod, ClusterBarriersOutcome, ClusterBarriersParams } from "./clusterBarriers";
import type {
  closeClusteringMethod,
  CloseClusteringParams,
  clusterChoicesMethod,
  ClusterChoices,
  clusterCutMethod,
  ClusterCutParams,
  ClusterCutResult,
  ClusteringOutcome,
  clusterMapMethod,
  ClusterMapParams,
  ClusterMapResult,
  clusterSourceMethod,
  ClusterSourceParams,
  ClusterSourceResult,
  RankingOutcome,
  rankRepresentationsMethod,
  RankRepresentationsParams,
  startClusteringMethod,
  StartClusteringParams,
} from "./clusters";
import type { ImpedanceRequests } from "./impedance";
import type {
  analyseImpedanceSeriesMethod,
  AnalyseImpedanceSeriesParams,
  AnalyseImpedanceSeriesResult,
} from "./impedanceSeries";
import type {
  closeScreeningMethod,
  CloseScreeningParams,
  exportScreeningMethod,
  ExportScreeningParams,
  ExportScreeningResult,
  openScreeningMethod,
  OpenScreeningParams,
  OpenScreeningResult,
  screeningColumnsMethod,
  ScreeningColumnsParams,
  ScreeningColumnsResult,
  screeningMaskMethod,
  ScreeningMaskParams,
  ScreeningMaskResult,
  ScreeningOutcome,
  screeningPlacesMethod,
  ScreeningPlacesParams,
  ScreeningPlacesResult,
  screeningRowsAtMethod,
  ScreeningRowsAtParams,
  screeningRowsMethod,
  ScreeningRowsParams,
  ScreeningRowsResult,
  screeningSourceMethod,
  ScreeningSourceParams,
  ScreeningSourceResult,
  startScreeningMethod,
  StartScreeningParams,
  trainingMapMethod,
  TrainingMapResult,
} from "./screening";
import type {
  findPathsMethod,
  FindPathsParams,
  FindPathsResult,
  isosurfaceMethod,
  IsosurfaceParams,
  IsosurfaceResult,
} from "./migration";
import type { readNebMethod, ReadNebParams, ReadNebResult } from "./neb";
import type { simplifyMethod, SimplifyParams, SimplifyResult } from "./simplification";
import type { structureMethod, StructureParams, StructureResult } from "./structure";

/** What the client asks of the server beyond LSP: by method, the parameters and the answer. */
export interface ServerRequests extends ImpedanceRequests {
  [analyseImpedanceSeriesMethod](params: AnalyseImpedanceSeriesParams): AnalyseImpedanceSeriesResult;
  [simplifyMethod](params: SimplifyParams): SimplifyResult;
  [findPathsMethod](params: FindPathsParams): FindPathsResult;
  [readNebMethod](params: ReadNebParams): ReadNebResult;
  [isosurfaceMethod](params: IsosurfaceParams): IsosurfaceResult;
  [structureMethod](params: StructureParams): StructureResult;
  [startScreeningMethod](params: StartScreeningParams): ScreeningOutcome;
  [openScreeningMethod](params: OpenScreeningParams): OpenScreeningResult;
  [screeningRowsMethod](params: ScreeningRowsParams): ScreeningRowsResult;
  [screeningRowsAtMethod](params: ScreeningRowsAtParams): ScreeningRowsResult;
  [screeningPlacesMethod](params: ScreeningPlacesParams): ScreeningPlacesResult;
  [screeningColumnsMethod](params: ScreeningColumnsParams): ScreeningColumnsResult;
  [screeningMaskMethod](params: ScreeningMaskParams): ScreeningMaskResult;
  [trainingMapMethod](params: null): TrainingMapResult;
  [screeningSourceMethod](params: ScreeningSourceParams): ScreeningSourceResult;
  [exportScreeningMethod](params: ExportScreeningParams): ExportScreeningResult;
  [clusterChoicesMethod](params: null): ClusterChoices;
  [startClusteringMethod](params: StartClusteringParams): ClusteringOutcome;
  [clusterBarriersMethod](params: ClusterBarriersParams): ClusterBarriersOutcome;
  [clusterCutMethod](params: ClusterCutParams): ClusterCutResult;
  [clusterMapMethod](params: ClusterMapParams): ClusterMapResult;
  [rankRepresentationsMethod](params: RankRepresentationsParams): RankingOutcome;
  [clusterSourceMethod](params: ClusterSourceParams): ClusterSourceResult;
}

/** What the client tells the server beyond LSP: by method, the parameters. */
export interface ServerNotifications {
  [closeScreeningMethod]: CloseScreeningParams;
  [closeClusteringMethod]: CloseClusteringParams;
}
