// What the routes under /_rollingdeploy answer, for the type checker.

/** @typedef {{ configName: string, instances: number, inService: number, trafficShare: number }} FleetSnapshot */

/**
 * @typedef {object} EndpointSummary
 * @property {string} name
 * @property {string} status
 * @property {string} since
 * @property {FleetSnapshot} [old]
 * @property {FleetSnapshot} [new]
 * @property {string} [deployment]
 * @property {string} [policy]
 * @property {boolean} [rollingBack]
 * @property {string} [step]
 * @property {string} [bakeEndsAt]
 */

/** @typedef {{ account: string, region: string, endpoints: number }} EndpointPlace */

/**
 * @typedef {object} EndpointList
 * @property {string} position
 * @property {string} now
 * @property {number} total
 * @property {EndpointSummary[]} endpoints
 * @property {EndpointPlace[]} elsewhere
 */

/** @typedef {"provisioning" | "inService" | "draining"} InstanceState */
/** @typedef {{ id: string, state: InstanceState }} Instance */

/**
 * @typedef {object} Variant
 * @property {string} name
 * @property {string} [instanceType]
 * @property {boolean} shadow
 * @property {number} weight
 * @property {number} fullSize
 * @property {number} active
 * @property {Instance[]} instances
 */

/** @typedef {{ config: string, trafficShare: number, variants: Variant[] }} Fleet */

/**
 * @typedef {object} JournalEntry
 * @property {string} time
 * @property {string} event
 * @property {string} sentence
 * @property {FleetSnapshot} [old]
 * @property {FleetSnapshot} [new]
 * @property {Record<string, string>} [alarms]
 */

/**
 * @typedef {object} DeploymentSummary
 * @property {string} id
 * @property {string} policy
 * @property {string} status
 * @property {string} trigger
 * @property {string} startedAt
 * @property {string} [endedAt]
 * @property {string} [failureReason]
 */

/** @typedef {DeploymentSummary & { plan: string, rollback?: string, journal: JournalEntry[] }} Deployment */

/** @typedef {{ requestsPerSecond: number, pattern: string, rampSeconds?: number }} Traffic */

/**
 * @typedef {object} EndpointView
 * @property {string} position
 * @property {string} now
 * @property {EndpointSummary} summary
 * @property {string} [failureReason]
 * @property {Traffic} traffic
 * @property {Fleet} [current]
 * @property {Fleet} [pending]
 * @property {Deployment} [deployment]
 * @property {string} [deadline]
 * @property {DeploymentSummary[]} deployments
 */

/** @typedef {{ time: string, value?: number, breaching?: boolean, lower?: number, upper?: number }} AlarmPoint */

/**
 * @typedef {object} Alarm
 * @property {string} name
 * @property {"OK" | "ALARM" | "INSUFFICIENT_DATA"} state
 * @property {string} reason
 * @property {string} since
 * @property {boolean} watched
 * @property {string} [rule]
 * @property {string} [metric]
 * @property {string} [unit]
 * @property {string} [comparison]
 * @property {number} [threshold]
 * @property {number} [periodSeconds]
 * @property {number} [evaluationPeriods]
 * @property {number} [datapointsToAlarm]
 * @property {string} [treatMissingData]
 * @property {string} [evaluatedFrom]
 * @property {string} [evaluatedTo]
 * @property {AlarmPoint[]} [points]
 */

/** @typedef {{ id: string, kind: string, hits: number } & Record<string, any>} Fault */

/**
 * @typedef {object} WorldEvent
 * @property {number} epoch
 * @property {number} sequence
 * @property {string} time
 * @property {string} region
 * @property {{ type: string, name: string }} subject
 * @property {string} kind
 * @property {string} sentence
 * @property {any} data
 */

export {};
